/* The old phone hands over to a new one: it shows a code to scan, says that the new one is right, and shows the number of the trial. */

import { ask, devicePath, forget, label } from "./accounts.js";
import { complain, fill, stage } from "./page.js";
import { onPress } from "./press.js";
import { explained, refused } from "./problems.js";
import { draw } from "./qr.js";
import { beside } from "./screen-lock.js";
import { become, goBack, head } from "./screens.js";
import { handoverConfirmation } from "./statements.js";
import { accountOf } from "./store.js";
import { pause } from "./time.js";

const INTERVAL = 2000;

const section = document.getElementById("screen-handover");
const link = document.getElementById("handover-qr");

let account;
let device;
let ended;

/** The new phone has answered: from here on the old one may be gone at any moment, which is success. */
let tried;

export function handoverScreen() {
  onPress("handover-start", start);
  onPress("handover-again", start);
  onPress("handover-confirm", confirm);
  onPress("handover-refuse", goBack);
  onPress("handover-done", () => become(document.body.dataset.paired === "true" ? "requests" : "welcome"));
  return { show };
}

async function show(args, signal) {
  ended = signal;
  tried = false;
  complain("handover-problem");
  account = await accountOf(args.account);
  if (!account) return become("device");
  to("start");
}

async function start() {
  complain("handover-problem");
  try {
    const handover = await ask(account, "POST", devicePath(account, "/handover"));
    at(handover);
  } catch (problem) {
    return complain("handover-problem", explained(problem));
  }
  await follow();
}

async function follow() {
  const signal = ended;
  while (!signal.aborted && !["over", "done", "start"].includes(section.dataset.at)) {
    await pause(INTERVAL, signal);
    if (signal.aborted) return;
    try {
      await at(await ask(tried ? { ...account, status: "leaving" } : account, "GET", devicePath(account, "/handover")));
      complain("handover-problem");
    } catch (problem) {
      if (tried && refused(problem, "unknown_device")) await done();
      else complain("handover-problem", explained(problem));
    }
  }
}

async function at(handover) {
  device = handover.device;
  tried ||= ["trial", "tried"].includes(handover.status);
  fill(section, {
    code: handover.code,
    username: account.username,
    account: label(account),
    "new-name": [device?.name, device?.platform].filter(Boolean).join(" · "),
    "new-fingerprint": device?.fingerprint,
    number: handover.number,
  });
  link.hidden = !handover.qr;
  if (handover.qr) draw(link.querySelector("svg"), handover.qr);
  if (handover.status === "done") await done();
  else to(handover.status);
}

async function confirm() {
  complain("handover-problem");
  try {
    await at(await ask(account, "POST", devicePath(account, "/handover/confirm"), async () => {
      const confirmation = await handoverConfirmation(account, device.id);
      return { confirmation, ...(await beside(account, confirmation)) };
    }));
  } catch (problem) {
    complain("handover-problem", explained(problem));
  }
}

async function done() {
  await forget(account);
  to("done");
}

function to(name) {
  if (section.dataset.at === name) return;
  stage(section, name);
  const part = [...section.querySelectorAll("[data-stage]")].find((state) => !state.hidden);
  head("handover", part?.dataset.title ?? section.dataset.title, { focus: true });
}
