/* One login request: who asks, and the answer. */

import { ask, label } from "./accounts.js";
import { now } from "./clock.js";
import * as dialogs from "./dialogs.js";
import { complain, fill, stage, text } from "./page.js";
import { digits, onPress, onSubmit } from "./press.js";
import { explained, refused } from "./problems.js";
import { canScan, scan } from "./scan.js";
import { beside, Unconfirmed } from "./screen-lock.js";
import { become, head } from "./screens.js";
import { remember, secretOf } from "./secrets.js";
import { answer } from "./statements.js";
import { accountOf } from "./store.js";
import { ago, moment, pause, span } from "./time.js";

const ASK_EVERY = 5;

const section = document.getElementById("screen-request");
const number = document.getElementById("request-number");

let account;
let request;

export function requestScreen() {
  onSubmit("request-form", approve);
  onPress("deny", () => decide("deny"));
  onPress("not-me", report);
  onPress("request-scan", scanPage);
  onPress("request-done", () => become("requests"));
  onPress("request-retry", load);
  return { show };
}

async function show(args, signal) {
  section.removeAttribute("data-at");
  stage(section, "loading");
  number.value = "";
  complain("request-error");
  account = await accountOf(args.account);
  request = { id: args.request };
  if (!account) return become("requests");
  await load();
  document.getElementById("request-scan").hidden = Boolean(secretOf(request.id)) || !(await canScan());
  await follow(signal);
}

async function load() {
  const { id } = request;
  try {
    const answered = await ask(account, "GET", `/login-requests/${encodeURIComponent(id)}`);
    if (request.id === id) render(answered);
  } catch (problem) {
    if (section.dataset.at === "loading") stage(section, "failed");
    complain("request-problem", explained(problem));
  }
}

/** The time that is left runs; now and then the server is asked whether it is over for another reason. */
async function follow(signal) {
  for (let second = 1; !signal.aborted && section.dataset.at !== "over"; second++) {
    await pause(1000, signal);
    if (signal.aborted) return;
    if (request.status === "pending") tick();
    if (second % ASK_EVERY === 0 && !document.hidden) await load();
  }
}

function tick() {
  const left = request.expires - now();
  fill(section, { left: text("request-left", { time: span(left) }) });
  if (left <= 0) render({ ...request, status: "expired", canReport: false });
}

function render(answered) {
  const before = section.dataset.at;
  request = answered;
  complain("request-problem");
  const context = JSON.parse(request.context);
  const several = document.body.dataset.several === "true";
  fill(section, {
    app: context.app,
    realm: context.realm,
    account: context.account || (several ? label(account) : ""),
    browser: [context.browser, context.os].filter(Boolean).join(" · "),
    address: context.address,
    time: `${moment(context.time)} (${ago(context.time)})`,
  });
  document.getElementById("not-me").hidden = request.status !== "pending" && !request.canReport;
  if (request.status === "pending") pending();
  else over(before);
}

function pending() {
  const scanned = Boolean(secretOf(request.id));
  stage(section, "pending");
  head("request", section.dataset.title);
  document.getElementById("request-typed").hidden = scanned;
  document.getElementById("request-scanned").hidden = !scanned;
  number.maxLength = request.digits * 2;
  tick();
}

function over(before) {
  stage(section, "over");
  section.dataset.outcome = request.status;
  fill(section, { outcome: text(`status-text-${request.status}`) });
  head("request", text(`status-${request.status}`), { focus: before === "pending" });
}

async function approve() {
  const secret = secretOf(request.id);
  const typed = digits(number.value);
  if (!secret && typed.length !== request.digits) {
    complain("request-error", text("request-missing", { digits: request.digits }));
    return number.focus();
  }
  await decide("approve", secret ? { secret } : { number: typed });
}

async function report() {
  const ended = request.status !== "pending";
  for (const part of document.querySelectorAll("#not-me-dialog [data-ended]")) part.hidden = part.dataset.ended !== String(ended);
  if ((await dialogs.ask("not-me-dialog")) === "yes") await decide("not_me");
}

async function scanPage() {
  const found = await scan();
  if (!found) return;
  if (found.request !== request.id) return complain("request-error", text("scan-other-request"));
  remember(found.request, found.secret);
  pending();
  document.getElementById("approve").focus();
}

async function decide(decision, means) {
  complain("request-error");
  const asked = request;
  try {
    render(await ask(account, "POST", `/login-requests/${encodeURIComponent(asked.id)}/answer`, async () => {
      const statement = await answer(account, asked, decision, means);
      return { answer: statement, ...(decision === "approve" && (await beside(account, statement))) };
    }));
  } catch (problem) {
    // What was typed can be sent again.
    if (problem instanceof Unconfirmed) return complain("request-error", explained(problem));
    number.value = "";
    if (refused(problem, "already_answered") || (refused(problem, "wrong_number") && !problem.triesLeft)) await load();
    else {
      if (refused(problem, "wrong_number")) await load();
      complain("request-error", explained(problem));
      number.focus();
    }
  }
}
