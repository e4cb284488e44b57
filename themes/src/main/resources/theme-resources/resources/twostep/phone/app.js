/* The phone app. Opens where the address, or what is kept here, leads to. */

import { ask, count, forget, unfinished } from "./accounts.js";
import { call, Unreachable } from "./api.js";
import { load as loadClock } from "./clock.js";
import { codesScreen } from "./codes-screen.js";
import { deviceScreen } from "./device-screen.js";
import { take } from "./fragment.js";
import { handoverScreen } from "./handover-screen.js";
import "./install.js";
import { clear, handTextsToWorker, renew } from "./notifications.js";
import { fill, page, scope } from "./page.js";
import { invite, pairScreen } from "./pair-screen.js";
import { reveal } from "./platform.js";
import { onPress } from "./press.js";
import { refused } from "./problems.js";
import "./pull.js";
import { requestScreen } from "./request-screen.js";
import { arrive, requestsScreen } from "./requests-screen.js";
import { adoptEntry, become, currentRefresh, currentScreen, open, register, show } from "./screens.js";
import { remember } from "./secrets.js";
import { welcomeScreen } from "./welcome-screen.js";

// At once: what a link brings must not stay in the address while everything else is still loading.
let link = take();
let ready = false;

addEventListener("hashchange", () => {
  const found = take();
  adoptEntry();
  if (ready) follow(found);
  else link = found ?? link;
});

start();

async function start() {
  const obstacle = await lacking();
  if (obstacle) return show({ screen: obstacle });
  reveal();
  screens();
  listen();
  await loadClock();
  const accounts = await count();
  worker();
  const first = link;
  await (first ? follow(first) : home());
  ready = true;
  // Scanned while the app was still opening.
  if (link !== first) await follow(link);
  for (const account of accounts) renew(account).catch(() => {});
}

/** The screen that says what this browser cannot do. */
async function lacking() {
  if (!isSecureContext) return "insecure";
  if (!crypto.subtle || !globalThis.indexedDB || !HTMLDialogElement?.prototype.showModal) return "unsupported";
  try {
    await unfinished();
    return undefined;
  } catch {
    return "unsupported";
  }
}

function screens() {
  register({
    welcome: welcomeScreen(follow),
    pair: pairScreen(),
    requests: requestsScreen(),
    request: requestScreen(),
    codes: codesScreen(),
    device: deviceScreen(),
    handover: handoverScreen(),
    removed: { show: (args) => fill(document.getElementById("screen-removed"), args) },
  });
  document.getElementById("refresh").addEventListener("click", () => currentRefresh()?.());
  for (const id of ["removed-continue", "unpaired-continue", "no-key-continue"]) onPress(id, () => home());
  onPress("offline-retry", () => (link ? follow(link) : home()));
  onPress("offline-codes", () => become("codes"));
}

function listen() {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    clear();
    arrive();
  });
  navigator.serviceWorker?.addEventListener("message", ({ data }) => {
    if (data.type === "login-request") arrive();
    if (data.type === "open" && currentScreen() !== "request") home();
  });
}

async function home() {
  const accounts = await count();
  if (await unfinished()) return become("pair");
  if (!accounts.length) return become("welcome");
  arrive();
  become("requests");
}

async function follow(found) {
  if (!found) return undefined;
  link = found;
  if (found.token) {
    const old = await unfinished();
    if (old) await forget(old);
    invite(found.token);
    return open("pair");
  }
  return answerTo(found);
}

/** Which account a scanned sign-in page belongs to is not in its code: the one that knows the request. */
async function answerTo({ request, secret }) {
  remember(request, secret);
  const pairing = await unfinished();
  if (pairing && (await trialOf(pairing)) === request) return become("pair");
  let away;
  for (const account of await count()) {
    try {
      await ask(account, "GET", `/login-requests/${encodeURIComponent(request)}`);
      return open("request", { account: account.id, request });
    } catch (problem) {
      if (problem instanceof Unreachable) away = true;
      else if (refused(problem, "unknown_device")) return undefined;
    }
  }
  return become(away ? "offline" : "no-key");
}

async function trialOf(account) {
  try {
    return (await call(account, "GET", `/devices/${account.id}`)).trial?.id;
  } catch {
    return undefined;
  }
}

/** With it the app opens without a connection; everything else works without it too. */
async function worker() {
  try {
    await navigator.serviceWorker.register(page.worker, { scope });
    await handTextsToWorker();
    await clear();
  } catch (problem) {
    console.warn("No service worker:", problem);
  }
}
