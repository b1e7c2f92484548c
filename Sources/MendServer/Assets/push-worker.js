// Shows what mend sends, and carries the answer of a button back. Another worker takes it in by
// importScripts("/push-worker.js"). The messages are those of Declarative Web Push, which Safari shows by itself.
"use strict";

// Every message gets a notice that is seen: browsers take the right to ring from whoever stays silent.
async function showMendNotice(text) {
  let notice = {};
  try {
    notice = JSON.parse(text).notification ?? {};
  } catch {}
  const data = notice.data ?? {};
  const shown = await self.registration.getNotifications();
  // What was closed elsewhere comes down.
  for (const old of shown) if (data.open && old.data?.asks && !data.open.includes(old.tag)) old.close();
  // The same once more, after a server was ended in between: it does not ring twice.
  const isAgain = shown.some((old) => old.data?.id && old.data.id === data.id);
  await self.registration.showNotification(notice.title ?? "mend", {
    body: notice.body,
    lang: notice.lang,
    tag: notice.tag,
    renotify: Boolean(notice.tag) && !isAgain,
    silent: isAgain ? true : null,
    icon: "/icon.svg",
    actions: (notice.actions ?? []).map(({ action, title }) => ({ action, title })),
    data: { ...data, page: notice.navigate ?? "/" },
  });
}

// `Mended` and `Not now` go to the server by the token that is good for this one item; all else opens the page.
async function answerMendNotice(data, action) {
  const isAnswer = action === "mended" || action === "not-now";
  if (isAnswer && !data.reply) return;
  if (isAnswer) {
    try {
      const body = new URLSearchParams({ do: action });
      if ((await fetch(data.reply, { method: "POST", body })).ok) return;
    } catch {}
  }
  await self.clients.openWindow(isAnswer ? data.reply : data.page ?? "/");
}

self.addEventListener("push", (event) => {
  event.waitUntil(showMendNotice(event.data?.text() ?? ""));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(answerMendNotice(event.notification.data ?? {}, event.action));
});
