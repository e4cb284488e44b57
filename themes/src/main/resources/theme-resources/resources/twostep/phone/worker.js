/*
 * Opens the app without a connection, and shows notifications. It keeps the page and all files that the page names; what the phone API answers
 * is never kept. It is one file, because a service worker cannot be a module everywhere.
 */

const page = registration.scope;
const own = `twostep-phone ${page} `;
const texts = "twostep-phone-texts";

const PATIENCE = 3000;
const DAY = 86_400_000;

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === new URL(page).pathname) event.respondWith(opened(event));
  } else if (request.destination) {
    // Calls of the API have no destination, and go past.
    event.respondWith(kept(request).then((response) => response ?? fetch(request)));
  }
});

/** The server's page if it comes soon, else the one that is kept. */
async function opened(event) {
  const old = await kept(page);
  const answer = fetch(event.request).then(renewed);
  if (!old) return answer;
  event.waitUntil(answer.catch(() => {}));
  try {
    const response = await Promise.race([answer, patience()]);
    return response.status >= 500 ? old : response;
  } catch {
    return old;
  }
}

const patience = () => new Promise((resolve, reject) => setTimeout(() => reject(new Error("too slow")), PATIENCE));

/** A page that has changed is shown with its new files, not with old ones. Files change without the page too, so once a day all are asked for. */
async function renewed(response) {
  if (!response.ok) return response;
  const same = (await response.clone().text()) === (await (await kept(page))?.text());
  const age = Date.now() - Number((await newest())?.slice(own.length));
  if (!same || age > DAY) await fill(response.clone()).catch(() => {});
  return response;
}

/** All or nothing: a page with files of another version would not work. The page goes in last, and makes the cache count. */
async function fill(given) {
  const shown = given ?? (await found(page));
  const html = await shown.clone().text();
  const files = [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"/g)]
    .map(([, address]) => new URL(address.replaceAll("&amp;", "&"), page))
    .filter(({ origin }) => origin === location.origin)
    .map(({ href }) => href);
  const contents = await Promise.all([...new Set(files)].map(async (file) => [file, await found(file)]));
  const name = own + Date.now();
  const cache = await caches.open(name);
  for (const [file, content] of contents) await cache.put(file, unaged(content));
  await cache.put(page, shown);
  for (const old of await caches.keys()) if (old.startsWith(own) && old !== name) await caches.delete(old);
}

async function found(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Other caches of the browser must not answer in this one's place: after a change they would mix old files with new ones. */
function unaged({ body, status, headers }) {
  const kept = new Headers(headers);
  kept.set("Cache-Control", "no-cache");
  return new Response(body, { status, headers: kept });
}

async function kept(request) {
  const name = await newest();
  return name && (await caches.open(name)).match(request, { ignoreVary: true });
}

async function newest() {
  const names = (await caches.keys()).filter((name) => name.startsWith(own)).sort().reverse();
  for (const name of names) if (await (await caches.open(name)).match(page)) return name;
  return undefined;
}

addEventListener("push", (event) => event.waitUntil(notify()));

/** Always shown, even to those who have the app open: browsers take the permission away from whoever stays silent. No name and no number is in it. */
async function notify() {
  for (const client of await windows()) client.postMessage({ type: "login-request" });
  const kept = await (await caches.open(texts)).match(new URL("notification.json", page));
  const { title, body, icon, lang } = (await kept?.json()) ?? { title: new URL(page).host };
  await registration.showNotification(title, { body, icon, badge: icon, lang, tag: "login-request", renotify: true, requireInteraction: true });
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(shown());
});

async function shown() {
  const [client] = await windows();
  if (!client) return clients.openWindow(page);
  client.postMessage({ type: "open" });
  return client.focus();
}

async function windows() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(page));
}

/** The server learns the new address when the app is opened next: here are no keys to prove a call with. */
addEventListener("pushsubscriptionchange", (event) => {
  const { oldSubscription, newSubscription } = event;
  if (newSubscription || !oldSubscription) return;
  event.waitUntil(registration.pushManager.subscribe(oldSubscription.options));
});
