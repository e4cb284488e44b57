/* Pairing: a name, then the browser's confirmation, then a trial request, and the phone is paired. */

import { devicePath, forget, PAIRED, unfinished } from "./accounts.js";
import { call } from "./api.js";
import { turnOn, state } from "./notifications.js";
import { complain, fill, stage } from "./page.js";
import { claim, progress } from "./pairing.js";
import { mustInstall, suggestedName } from "./platform.js";
import { digits, onPress, onSubmit } from "./press.js";
import { explained, refused } from "./problems.js";
import { beside, hasScreenLock, Unconfirmed } from "./screen-lock.js";
import { answer } from "./statements.js";
import { become, head } from "./screens.js";
import { secretOf } from "./secrets.js";
import { pause } from "./time.js";

const INTERVAL = 2000;

const section = document.getElementById("screen-pair");
const field = (id) => document.getElementById(id);

/** What a link brought. It stays in memory: whoever reloads the page scans again. */
let token;
let account;
let trial;
let ended;

export function invite(invitation) {
  token = invitation;
}

export function pairScreen() {
  onPress("pair-anyway", () => to("form"));
  onSubmit("pair-form", begin);
  onSubmit("trial-form", tryOut);
  onPress("pair-again", () => become("welcome"));
  onPress("pair-stop", stop);
  onPress("pair-notify", notify);
  onPress("pair-later", () => become("requests"));
  return { show };
}

async function show({ typed }, signal) {
  ended = signal;
  for (const id of ["pair-error", "trial-error", "pair-problem", "pair-notify-error"]) complain(id);
  account = await unfinished();
  if (account) return follow();
  for (const row of section.querySelectorAll("[data-typed]")) row.hidden = Boolean(token);
  for (const input of [field("pair-code"), field("pair-username")]) input.required = !token;
  field("pair-name").value ||= await suggestedName();
  field("pair-lock").hidden = !(await hasScreenLock());
  to(mustInstall && !typed ? "install" : "form");
}

async function begin() {
  complain("pair-error");
  const name = field("pair-name").value.trim() || (await suggestedName());
  const invitation = token ? { token } : { code: field("pair-code").value.trim(), username: field("pair-username").value.trim() };
  try {
    account = await claim(invitation, name);
    token = undefined;
  } catch (problem) {
    // A link that is used up is of no more use; what was typed can be typed again.
    if (token && refused(problem, "unknown_pairing", "pairing_taken")) return over(problem);
    return complain("pair-error", explained(problem));
  }
  await follow();
}

/** Asks until the browser has gone on, or the screen is left. */
async function follow() {
  const signal = ended;
  while (!signal.aborted) {
    try {
      const now = await progress(account);
      if (signal.aborted) return;
      account = now.account;
      await at(now.device);
      complain("pair-problem");
      if (account.status === PAIRED) return;
    } catch (problem) {
      if (refused(problem, "unknown_device", "unknown_pairing")) return over(problem);
      if (!section.dataset.at) to("unconfirmed");
      complain("pair-problem", explained(problem));
    }
    await pause(INTERVAL, signal);
  }
}

async function at(device) {
  fill(section, { fingerprint: account.fingerprint, name: account.name, realm: account.realm, username: account.username });
  if (device.status === "trial") {
    trial = device.trial;
    const scanned = Boolean(secretOf(trial.id));
    field("trial-typed").hidden = scanned;
    field("trial-scanned").hidden = !scanned;
    field("trial-number").maxLength = trial.digits * 2;
  }
  if (device.status === PAIRED) await done();
  to(device.status);
}

async function tryOut() {
  complain("trial-error");
  const secret = secretOf(trial.id);
  const number = digits(field("trial-number").value);
  if (!secret && number.length !== trial.digits) return complain("trial-error", field("trial-form").dataset.missing);
  try {
    const request = trial;
    await call(account, "POST", devicePath(account, "/trial"), async () => {
      const statement = await answer(account, request, "approve", secret ? { secret } : { number });
      return { answer: statement, ...(await beside(account, statement)) };
    });
    to("tried");
  } catch (problem) {
    if (refused(problem, "unknown_device", "already_answered") || (refused(problem, "wrong_number") && !problem.triesLeft)) {
      await forget(account);
      return over(problem);
    }
    // What was typed can be sent again.
    if (!(problem instanceof Unconfirmed)) field("trial-number").value = "";
    complain("trial-error", explained(problem));
  }
}

async function done() {
  await navigator.storage?.persist?.().catch(() => false);
  const off = state(account) === "off";
  field("pair-notify-offer").hidden = !off;
  field("pair-notify").hidden = !off;
}

async function notify() {
  complain("pair-notify-error");
  try {
    account = await turnOn(account);
    if (state(account) !== "off") become("requests");
  } catch (problem) {
    complain("pair-notify-error", field("pair-notify").dataset.failed);
  }
}

async function stop() {
  await forget(account);
  account = undefined;
  become(document.body.dataset.paired === "true" ? "requests" : "welcome");
}

function over(problem) {
  token = undefined;
  account = undefined;
  fill(section, { problem: explained(problem) });
  to("over");
}

/** Each stage has a heading of its own; a screen reader is told when it changes. */
function to(name) {
  if (section.dataset.at === name) return;
  stage(section, name);
  const part = [...section.querySelectorAll("[data-stage]")].find((state) => !state.hidden);
  head("pair", part?.dataset.title ?? section.dataset.title, { focus: true });
}
