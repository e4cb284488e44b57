/* The list of login requests of all accounts: what waits comes first, then what became of the others. */

import { ask, label, paired } from "./accounts.js";
import { announce, whisper } from "./announce.js";
import { Unreachable } from "./api.js";
import { state } from "./notifications.js";
import { complain, copyOf, counted, fill, stage, text } from "./page.js";
import { onPress } from "./press.js";
import { explained } from "./problems.js";
import { become, currentScreen, open } from "./screens.js";
import { ago, clockTime, pause } from "./time.js";
import { now } from "./clock.js";

const INTERVAL = 5000;

/** For so long after somebody looked or touched is there a chance of a new request. */
const CHANCE = 3 * 60_000;

const section = document.getElementById("screen-requests");
const badge = document.getElementById("pending-count");

let until = 0;
let arriving = false;
let told = new Set();
let shown;

export function requestsScreen() {
  onPress("requests-refresh", refresh);
  onPress("requests-codes", () => become("codes"));
  onPress("requests-notify", () => become("device"));
  section.addEventListener("click", (event) => {
    const { account, request } = event.target.closest("[data-request]")?.dataset ?? {};
    if (request) open("request", { account, request });
  });
  addEventListener("pointerdown", () => until = Date.now() + CHANCE);
  return { show, refresh };
}

/** Somebody has just come to the app, perhaps because of a notification: a single request that waits is what they came for. */
export function arrive() {
  arriving = true;
  until = Date.now() + CHANCE;
  if (currentScreen() === "requests") load();
}

async function show(args, signal) {
  until = Date.now() + CHANCE;
  if (!shown) stage(section, "loading");
  // Where notifications cannot be had, there is nothing to be done about them.
  const quiet = (await paired()).some((account) => !["on", "unsupported"].includes(state(account)));
  document.getElementById("requests-quiet").hidden = !quiet;
  while (!signal.aborted) {
    if (!document.hidden && Date.now() < until) await load(signal);
    await pause(INTERVAL, signal);
  }
}

async function refresh() {
  until = Date.now() + CHANCE;
  const pending = await load();
  if (pending === 0) announce(text("requests-none"));
}

/** How many wait; nothing if that could not be found out. */
async function load(signal) {
  const accounts = await paired();
  const answers = await Promise.allSettled(accounts.map((account) => ask(account, "GET", "/login-requests")));
  if (signal?.aborted || currentScreen() !== "requests") return undefined;
  const failed = answers.find(({ status }) => status === "rejected")?.reason;
  complain("requests-problem", failed ? explained(failed) : "");
  document.getElementById("requests-codes").hidden = !(failed instanceof Unreachable);
  const lists = answers.map(({ value }, index) => ({ account: accounts[index], requests: value?.requests ?? [] }));
  if (failed && lists.every(({ requests }) => !requests.length)) {
    if (!shown) stage(section, "failed");
    return undefined;
  }
  return render(lists);
}

function render(lists) {
  const pending = lists.flatMap(({ account, requests }) => requests.filter(waits).map((request) => ({ account, request })));
  draw("requests-pending", lists, waits);
  draw("requests-recent", lists, (request) => !waits(request));
  shown = lists.some(({ requests }) => requests.length) ? "list" : "empty";
  stage(section, shown);
  section.querySelector("[data-pending]").hidden = !pending.length;
  section.querySelector("[data-recent]").hidden = !lists.some(({ requests }) => requests.some((request) => !waits(request)));
  fill(section, { checked: text("requests-checked", { time: clockTime(Date.now() / 1000) }) });
  tell(pending);
  return pending.length;
}

const waits = ({ status, expires }) => status === "pending" && expires > now();

/** Cards stay where they are while nothing has changed, so that neither a finger nor a screen reader loses its place. */
function draw(id, lists, which) {
  const list = document.getElementById(id);
  const several = document.body.dataset.several === "true";
  const parts = lists.flatMap(({ account, requests }) => {
    const cards = requests.filter(which).map((request) => card(account, request));
    return several && cards.length ? [heading(account), ...cards] : cards;
  });
  const html = parts.map((part) => part.outerHTML).join("");
  if (list.dataset.drawn === html) return;
  list.dataset.drawn = html;
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.request : undefined;
  list.replaceChildren(...parts);
  if (focused) list.querySelector(`[data-request="${CSS.escape(focused)}"]`)?.focus();
}

function card(account, request) {
  const context = JSON.parse(request.context);
  const part = copyOf("request-card");
  const status = waits(request) ? "pending" : request.status === "pending" ? "expired" : request.status;
  Object.assign(part.firstElementChild.dataset, { account: account.id, request: request.id, status });
  fill(part, {
    app: context.app || context.realm || account.realm,
    from: [context.browser, context.os].filter(Boolean).join(" · "),
    address: context.address,
    when: ago(context.time),
    status: text(`status-${status}`),
  });
  return part;
}

function heading(account) {
  const part = copyOf("account-heading");
  fill(part, { account: label(account) });
  return part;
}

function tell(pending) {
  badge.textContent = pending.length || "";
  badge.hidden = !pending.length;
  const news = pending.filter(({ request }) => !told.has(request.id));
  told = new Set(pending.map(({ request }) => request.id));
  const [{ account, request } = {}] = pending;
  if (arriving && pending.length === 1 && news.length) open("request", { account: account.id, request: request.id });
  else if (news.length) whisper(counted("requests-waiting", pending.length));
  arriving = false;
}
