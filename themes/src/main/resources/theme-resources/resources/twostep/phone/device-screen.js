/* This phone: its name and fingerprint, its notifications, whether it keeps its keys, its clock; and the ways to leave. */

import { absorb, ask, devicePath, forget, label, paired } from "./accounts.js";
import { announce } from "./announce.js";
import { noticeable } from "./clock.js";
import * as dialogs from "./dialogs.js";
import { canInstall, install } from "./install.js";
import { asked, renew, state, turnOff, turnOn } from "./notifications.js";
import { complain, fill, stage, text } from "./page.js";
import { installed } from "./platform.js";
import { onPress } from "./press.js";
import { explained, refused } from "./problems.js";
import { become, open } from "./screens.js";

const section = document.getElementById("screen-device");
const choice = document.getElementById("account-choice");
const newName = document.getElementById("rename-name");

let account;

export function deviceScreen() {
  onPress("rename", rename);
  onPress("notify-on", () => notify(turnOn));
  onPress("notify-off", () => notify(turnOff));
  onPress("persist", persist);
  onPress("install", async () => {
    await install();
    about();
  });
  onPress("hand-over", () => open("handover", { account: account.id }));
  onPress("add-account", () => open("welcome"));
  onPress("unpair", unpair);
  choice.addEventListener("change", () => become("device", { account: choice.value }));
  return { show };
}

async function show(args, signal) {
  const accounts = await paired();
  account = accounts.find(({ id }) => id === args.account) ?? accounts[0];
  if (!account) return become("welcome");
  choose(accounts);
  complain("device-problem");
  complain("notify-error");
  render();
  await about();
  try {
    account = await asked(account);
    await renew(account);
    if (!signal.aborted) render();
  } catch (problem) {
    if (!signal.aborted) complain("device-problem", explained(problem));
  }
}

function choose(accounts) {
  choice.replaceChildren(...accounts.map((each) => new Option(label(each), each.id, false, each.id === account.id)));
  choice.closest("[data-row]").hidden = accounts.length < 2;
}

function render() {
  const { name, fingerprint, username, realm, confirmation } = account;
  stage(document.getElementById("approving"), confirmation);
  fill(section, { name, fingerprint, username, realm });
  const notifications = document.getElementById("notifications");
  stage(notifications, state(account));
}

/** What belongs to the phone and not to one account. */
async function about() {
  const kept = (await navigator.storage?.persisted?.()) ?? false;
  stage(document.getElementById("storage"), kept ? "kept" : "loose");
  document.getElementById("persist").hidden = !navigator.storage?.persist;
  const off = noticeable();
  stage(document.getElementById("clock"), off ? "off" : "right");
  fill(section, { off: text(off > 0 ? "clock-behind" : "clock-ahead", { minutes: Math.max(1, Math.round(Math.abs(off) / 60)) }) });
  document.getElementById("install-row").hidden = installed || !canInstall();
}

async function rename() {
  newName.value = account.name;
  if ((await dialogs.ask("rename-dialog")) !== "yes") return;
  const name = newName.value.trim();
  if (!name || name === account.name) return;
  await attempt(async () => {
    account = await absorb(account, await ask(account, "PATCH", devicePath(account), () => ({ name })));
    render();
    announce(text("renamed", { name: account.name }));
  });
}

async function notify(change) {
  complain("notify-error");
  try {
    account = await change(account);
    announce(text(`notify-is-${state(account)}`));
  } catch (problem) {
    complain("notify-error", text("notify-failed"));
  }
  render();
}

async function persist() {
  const kept = await navigator.storage.persist();
  await about();
  announce(text(kept ? "storage-kept" : "storage-refused"));
}

async function unpair() {
  if ((await dialogs.ask("unpair-dialog")) !== "yes") return;
  await attempt(async () => {
    try {
      await ask(account, "DELETE", devicePath(account));
    } catch (problem) {
      // Removed elsewhere in the meantime: that is what was wanted.
      if (!refused(problem, "unknown_device")) throw problem;
    }
    await forget(account);
    become("unpaired", {});
  });
}

async function attempt(work) {
  complain("device-problem");
  try {
    await work();
  } catch (problem) {
    complain("device-problem", explained(problem));
  }
}
