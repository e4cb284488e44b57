/* Notifications of login requests. Each realm has its own service worker, and with it its own subscription; an account says whether it wants them. */

import { absorb, ask, devicePath, paired } from "./accounts.js";
import { base64url, fromBase64url } from "./encoding.js";
import { page, scope, text } from "./page.js";
import { mustInstall } from "./platform.js";
import { accountOf, saveAccount } from "./store.js";

/** Where the worker finds what it may say: it has no page to read it from. */
const TEXTS = "twostep-phone-texts";

const supported = () => "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;

export function state(account) {
  if (mustInstall) return "install";
  if (!supported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && account.endpoint && account.notifications?.on ? "on" : "off";
}

/** The worker of an account's realm, which may be another realm than that of this page. */
async function worker(account) {
  const there = new URL(`${account.api}/phone/`, location.href).href;
  const found = await navigator.serviceWorker.getRegistration(there);
  const registration = found?.scope === there ? found : await navigator.serviceWorker.register(`${there}worker.js`, { scope: there });
  await active(registration);
  return registration;
}

/** Only after a tap: asked out of the blue, people say no for good. */
export async function turnOn(account) {
  if ((await Notification.requestPermission()) !== "granted") return account;
  return subscribe(account);
}

export async function turnOff(account) {
  await ask(account, "DELETE", devicePath(account, "/subscription"));
  const next = await noted(account, { on: false });
  const others = (await paired()).filter(({ id, api, endpoint }) => id !== account.id && api === account.api && endpoint);
  if (!others.length) await (await (await worker(account)).pushManager.getSubscription())?.unsubscribe();
  return next;
}

/** Push services change their addresses; the server is told when the app is opened next. */
export async function renew(account) {
  if (!supported() || !account.endpoint || Notification.permission !== "granted") return;
  const subscription = await (await worker(account)).pushManager.getSubscription();
  if (subscription?.endpoint !== account.endpoint) await subscribe(account);
}

export async function handTextsToWorker() {
  const texts = { title: text("notification-title"), body: text("notification-body"), icon: page.icon, lang: document.documentElement.lang };
  const cache = await caches.open(TEXTS);
  await cache.put(new URL("notification.json", scope), new Response(JSON.stringify(texts)));
}

/** Who has the app in front of them needs no notification any more. */
export async function clear() {
  const registration = await navigator.serviceWorker?.getRegistration(scope);
  for (const notification of (await registration?.getNotifications?.()) ?? []) notification.close();
}

async function subscribe(account) {
  const { pushManager } = await worker(account);
  const key = account.notifications.applicationServerKey;
  const existing = await pushManager.getSubscription();
  const usable = existing && base64url(existing.options.applicationServerKey ?? new Uint8Array()) === key;
  if (existing && !usable) await existing.unsubscribe();
  const subscription = usable ? existing : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: fromBase64url(key) });
  const { endpoint, keys } = subscription.toJSON();
  await ask(account, "PUT", devicePath(account, "/subscription"), () => ({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } }));
  return noted(account, { on: true, endpoint });
}

async function noted({ id }, { on, endpoint }) {
  const account = await accountOf(id);
  const next = { ...account, endpoint, notifications: { ...account.notifications, on } };
  await saveAccount(next);
  return next;
}

function active(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return undefined;
  return new Promise((resolve) => coming.addEventListener("statechange", () => {
    if (coming.state === "activated" || coming.state === "redundant") resolve();
  }));
}

/** What the server knows now. */
export const asked = async (account) => absorb(account, await ask(account, "GET", devicePath(account)));
