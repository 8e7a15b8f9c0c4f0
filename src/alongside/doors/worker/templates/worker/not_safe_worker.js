{% load static %}// Keeps one page at hand with no signal: the numbers to ring. It holds nothing of anybody.
const KEPT = "not-safe-1", PAGE = "/not-safe/", PARTS = [PAGE, "{% static 'app.css' %}", "{% static 'atkinson-hyperlegible-latin-400-normal.woff2' %}"];

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))))));
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && PARTS.includes(pathname)) event.respondWith(fetch(event.request).then(ours, () => caches.match(pathname)));
});

// Without cookies, so that what is kept names nobody.
async function keep() {
  const cache = await caches.open(KEPT);
  await Promise.all(PARTS.map(async (path) => cache.put(path, await fetch(path, { credentials: "omit", cache: "reload" }))));
}
async function ours(answer) {
  return answer.ok ? answer : (await caches.match(new URL(answer.url).pathname)) ?? answer;
}
