// Keeps Calm on this device, and what was recorded while there was no way to the server until it can be sent, once.
"use strict";
importScripts("/push-worker.js"); // Shows what rings.
const OPEN = "mend-open-1"; // What anybody may see.
const OWN = "mend-own-1"; // Pages of who is signed in.
const WORDS = "mend-words-1"; // Words for what is open: only where somebody chose that on this device.
const SHELL = ["/offline", "/mend.css", "/mend.js", "/icon.svg"];
// Behind these somebody else may be signed in: what was kept of who was here before goes.
const DOORS = ["/sign-in", "/join/", "/begin/"];
const RECORDS = ["/record", "/calm"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(OPEN).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (![OPEN, OWN, WORDS].includes(name)) await caches.delete(name);
    await self.clients.claim();
  })());
});
self.addEventListener("sync", (event) => event.waitUntil(sendAll()));
self.addEventListener("message", (event) => {
  const jobs = {
    send: sendAll, calm: keepCalm, keep: () => caches.open(WORDS), drop: () => caches.delete(WORDS),
    kept: async () => event.source.postMessage({ words: await caches.has(WORDS) }),
  };
  const job = jobs[event.data];
  if (job) event.waitUntil(job());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "GET") {
    if (SHELL.includes(url.pathname)) event.respondWith(fresh(request, OPEN));
    else if (request.mode === "navigate") event.respondWith(page(request, url));
  } else if (request.method === "POST") {
    if (RECORDS.includes(url.pathname)) event.respondWith(record(request, url));
    else if (["/sign-out", "/settings/erase", "/settings/passphrase"].includes(url.pathname)) {
      event.respondWith(leave(request));
    }
  }
});

// A proxy that finds no server behind it is no way to mend, either; mend itself never answers so.
async function reach(request) {
  const response = await fetch(request);
  if ([502, 504].includes(response.status)) throw new TypeError("no way to mend");
  return response;
}

async function fresh(request, name) {
  try {
    const response = await reach(request);
    // One of each, whatever its version.
    if (response.ok) (await caches.open(name)).put(new URL(request.url).pathname, response.clone());
    return response;
  } catch {
    return (await caches.match(new URL(request.url).pathname)) ?? Response.error();
  }
}

async function page(request, url) {
  const name = await place(url.pathname);
  try {
    const response = await reach(request);
    if (DOORS.some((door) => url.pathname.startsWith(door))) await forget();
    else if (name && response.ok) await (await caches.open(name)).put(key(url), response.clone());
    return response;
  } catch {
    const kept = (await caches.match(key(url))) ?? (name === OWN ? await caches.match(url.pathname) : undefined);
    return kept ?? (await caches.match("/offline")) ?? Response.error();
  }
}

// Without what is said once, and with what tells practices apart.
function key(url) {
  const query = new URLSearchParams(url.search);
  for (const name of ["said", "answer", "undo"]) query.delete(name);
  const text = query.toString();
  return url.pathname + (text ? "?" + text : "");
}

async function place(path) {
  if (RECORDS.includes(path)) return OWN;
  if ((path === "/" || path.startsWith("/repair/")) && (await caches.has(WORDS))) return WORDS;
  return null;
}

async function keepCalm() {
  const cache = await caches.open(OWN);
  for (const path of ["/calm", "/calm?zone=red", "/calm?zone=yellow", "/calm?zone=green", "/record"]) {
    const response = await fetch(path).catch(() => null);
    if (response?.ok && !response.redirected) await cache.put(path, response);
  }
}

async function forget() {
  await caches.delete(OWN);
  await caches.delete(WORDS);
}

async function leave(request) {
  const copy = request.clone();
  const login = new URLSearchParams(await request.clone().text()).get("login");
  await sendAll();
  try {
    const response = await reach(copy);
    // What waits to be sent goes with whoever leaves, and not another's; who is told that nothing was changed keeps it.
    if (response.ok || response.type === "opaqueredirect") await discard(login);
    return response;
  } catch {
    return (await caches.match("/offline")) ?? Response.error();
  } finally {
    await forget();
  }
}

async function discard(login) {
  const [keys, all] = [await waiting("readonly", (store) => store.getAllKeys()), await waiting("readonly", (store) => store.getAll())];
  for (const [number, one] of all.entries()) {
    if (new URLSearchParams(one.body).get("login") !== login) continue;
    await waiting("readwrite", (store) => store.delete(keys[number]));
  }
}

const tokenOf = (page) => page.match(/name="csrf" value="([^"]+)"/)?.[1];

// Whether a form is of a page of ours that was seen here: another site can have a form sent, and does not know the word in it.
async function isOurs(fields) {
  for (const page of await (await caches.open(OWN)).matchAll()) {
    const token = tokenOf(await page.text());
    if (token && token === fields.get("csrf")) return true;
  }
  return false;
}

// What was typed goes to the server; where there is no way to it, it waits here.
async function record(request, url) {
  const copy = request.clone();
  try {
    return await reach(request);
  } catch {
    const fields = new URLSearchParams(await copy.text());
    if (!(await isOurs(fields))) return (await caches.match("/offline")) ?? Response.error();
    if (!fields.has("tapped")) fields.set("tapped", new Date().toISOString().slice(0, 19) + "Z");
    await waiting("readwrite", (store) => store.add({ path: url.pathname, body: fields.toString() }));
    if (self.registration.sync) await self.registration.sync.register("send").catch(() => {});
    return Response.redirect("/offline#kept", 303);
  }
}

let sending = null;
function sendAll() {
  sending ??= send().catch(() => {}).finally(() => { sending = null; });
  return sending;
}

async function send() {
  const kept = await waiting("readonly", (store) => store.getAll());
  const keys = await waiting("readonly", (store) => store.getAllKeys());
  if (!kept.length) return;
  const form = await fetch("/record");
  const csrf = form.redirected ? null : tokenOf(await form.text());
  if (!csrf) return; // Somebody has to sign in first.
  let refused = 0;
  for (const [number, one] of kept.entries()) {
    const fields = new URLSearchParams(one.body);
    fields.set("csrf", csrf);
    fields.set("instead", "no"); // Nobody is there to be asked.
    const answer = await fetch(one.path, { method: "POST", body: fields, redirect: "manual" });
    // A redirection is what a form leads to that was taken.
    if (answer.type === "opaqueredirect") await waiting("readwrite", (store) => store.delete(keys[number]));
    else if (answer.status === 422) refused += 1;
  }
  for (const page of await self.clients.matchAll()) page.postMessage({ refused });
}

function waiting(mode, job) {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("mend", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("waiting", { autoIncrement: true });
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const change = opened.result.transaction("waiting", mode);
      const asked = job(change.objectStore("waiting"));
      change.oncomplete = () => { opened.result.close(); resolve(asked.result); };
      change.onerror = () => { opened.result.close(); reject(change.error); };
    };
  });
}
