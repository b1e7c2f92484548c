// Lets this phone or browser ring: asked for on Channels within a tap, and told again at each visit. Every page works without
// this file.
"use strict";
(() => {
  const { csrf } = document.currentScript.dataset;
  const canRing = "Notification" in window
    && ("pushManager" in window || ("serviceWorker" in navigator && "PushManager" in window));
  const ring = document.getElementById("ring");
  if (ring && !canRing) {
    ring.hidden = true;
    document.getElementById("ring-cannot").hidden = false;
  }
  if (!csrf || !canRing) return;

  const kept = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(name);
      else if (value !== undefined) localStorage.setItem(name, value);
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  // Safari rings without a worker; where another worker serves this page, it takes in push-worker.js itself.
  const manager = async () => {
    if (window.pushManager) return window.pushManager;
    if (!(await navigator.serviceWorker.getRegistration("/"))) await navigator.serviceWorker.register("/push-worker.js");
    return (await navigator.serviceWorker.ready).pushManager;
  };

  const subscribe = async (key) => {
    const pushes = await manager();
    const options = { userVisibleOnly: true, applicationServerKey: key };
    try {
      return await pushes.subscribe(options);
    } catch (fault) {
      // One that was made for another key stands in the way.
      const old = await pushes.getSubscription();
      if (!old) throw fault;
      await old.unsubscribe();
      return await pushes.subscribe(options);
    }
  };

  const tell = (path, subscription, more, signal) => {
    const { endpoint, keys } = subscription.toJSON();
    const body = new URLSearchParams({ csrf, endpoint, p256dh: keys.p256dh, auth: keys.auth, ...more });
    return fetch(path, { method: "POST", body, signal });
  };

  // A subscription can vanish, or get another address, without a word.
  const renew = async () => {
    const [name, key] = [kept("mend-ring"), kept("mend-ring-key")];
    if (!name || !key || Notification.permission !== "granted") return;
    const subscription = await subscribe(key);
    const answer = await tell("/push/renew", subscription, { name });
    if (answer.status !== 410) return;
    // It was taken away on another device.
    await subscription.unsubscribe();
    kept("mend-ring", null);
  };

  // Notices about what was closed elsewhere come down.
  const tidy = async () => {
    const registration = await navigator.serviceWorker?.getRegistration("/");
    const asking = ((await registration?.getNotifications()) ?? []).filter((notice) => notice.data?.asks);
    if (asking.length === 0) return;
    const open = await (await fetch("/push/open")).json();
    for (const notice of asking) if (!open.includes(notice.tag)) notice.close();
  };

  if (ring) {
    const say = (id) => {
      for (const line of ring.querySelectorAll("[role=status]")) line.hidden = line.id !== id;
    };
    if (kept("mend-ring") && Notification.permission === "granted") say("ring-rings");
    // In milliseconds. A browser may show its question where nobody looks, and a push service may never answer.
    const patience = 20_000;
    const here = document.getElementById("ring-here");
    const add = async (signal) => {
      const key = ring.dataset.key;
      const open = ring.querySelector("[name=ring-open]:checked").value;
      const subscription = await subscribe(key);
      // Who was told that it failed may have tapped again.
      signal.throwIfAborted();
      const answer = await tell("/push/subscribe", subscription, { open, name: kept("mend-ring") ?? "" }, signal);
      if (!answer.ok) throw new Error(answer.statusText);
      kept("mend-ring", (await answer.json()).name);
      kept("mend-ring-key", key);
    };
    let asked = 0;
    here.addEventListener("click", async () => {
      const mine = ++asked;
      const wait = (id) => {
        here.disabled = id === "ring-asking";
        say(id);
      };
      wait("ring-asking");
      const unanswered = setTimeout(() => wait("ring-unanswered"), patience);
      const permission = await Notification.requestPermission().catch(() => "denied");
      clearTimeout(unanswered);
      if (mine !== asked) return;
      if (permission !== "granted") return wait("ring-denied");
      wait("ring-asking");
      const late = new AbortController();
      const fail = () => {
        late.abort();
        wait("ring-failed");
      };
      const failed = setTimeout(fail, patience);
      try {
        await add(late.signal);
        location.assign("/settings/channels");
      } catch {
        if (!late.signal.aborted) fail();
      }
      clearTimeout(failed);
    });
  }
  renew().catch(() => {});
  tidy().catch(() => {});
})();
