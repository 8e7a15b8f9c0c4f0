{% load static %}// Keeps a few pages at hand for when there is no signal. They hold nothing of anybody: no page about a person is ever kept.
const NUMBERS = "{% url 'worker:not_safe' %}", WRITE_UP = "{% url 'worker:write_up_no_signal' %}", NO_SIGNAL = "{% url 'worker:no_signal' %}";
const FILES = ["{% static 'app.css' %}", "{% static 'app.js' %}", "{% static 'favicon.svg' %}", "{% static 'atkinson-hyperlegible-latin-400-normal.woff2' %}", "{% static 'atkinson-hyperlegible-latin-700-normal.woff2' %}"];
const PARTS = [NUMBERS, WRITE_UP, NO_SIGNAL, ...FILES], KEPT = `kept ${FILES.join(" ")}`;

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(fetch(event.request).then(ours, () => inPlaceOf(method, pathname)));
  else if (method === "GET" && FILES.includes(pathname)) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
});

function inPlaceOf(method, pathname) {
  if (method === "GET" && pathname === NUMBERS) return caches.match(NUMBERS);
  if (method === "GET" && /^\/people\/[^/]+\/conversations\/new\/$/.test(pathname)) return caches.match(WRITE_UP);
  return caches.match(NO_SIGNAL);
}

// Without cookies, so that what is kept names nobody.
async function keep() {
  const cache = await caches.open(KEPT);
  await Promise.all(PARTS.map(async (path) => cache.put(path, await fetch(path, { credentials: "omit", cache: "reload" }))));
}
async function tidy() {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
}
// The numbers to ring stand also where the server has a fault.
async function ours(answer) {
  const { pathname } = new URL(answer.url || location.origin);
  return answer.status >= 500 && pathname === NUMBERS ? ((await caches.match(NUMBERS)) ?? answer) : answer;
}
