/* Login codes of all accounts. They need no connection. */

import { label, paired } from "./accounts.js";
import { announce } from "./announce.js";
import { noticeable, now } from "./clock.js";
import { grouped, loginCode, secondsLeft } from "./login-code.js";
import { copyOf, fill, stage, text } from "./page.js";
import { pause } from "./time.js";

const section = document.getElementById("screen-codes");
const list = document.getElementById("codes");

export function codesScreen() {
  list.addEventListener("click", (event) => {
    const card = event.target.closest("[data-code]");
    if (card) copy(card.dataset.code);
  });
  return { show };
}

async function show(args, signal) {
  const cards = (await paired()).filter(({ loginCode }) => loginCode).map(cardOf);
  list.replaceChildren(...cards.map(({ part }) => part));
  cards[0]?.part.querySelector("[data-of=code]").setAttribute("id", "login-code");
  stage(section, cards.length ? "codes" : "none");
  document.getElementById("codes-clock").hidden = !noticeable();
  while (!signal.aborted) {
    await Promise.all(cards.map(draw));
    await pause(1000 - (Date.now() % 1000), signal);
  }
}

function cardOf(account) {
  const part = copyOf("code-card");
  const several = document.body.dataset.several === "true";
  fill(part, { account: several ? label(account) : account.username });
  part.dataset.account = account.id;
  return { part, account, ring: part.querySelector(".ring-left") };
}

/** The ring runs each second; the code is touched only when it changes, so nothing is read out in between. */
async function draw({ part, account, ring }) {
  const time = now();
  const left = secondsLeft(account.loginCode, time);
  const code = await loginCode(account.loginCode, time);
  const button = part.querySelector("button");
  if (button.dataset.code !== code) {
    button.dataset.code = code;
    fill(part, { code: grouped(code) });
  }
  // What is left shrinks towards its end during the coming second, and is full again without running backwards.
  ring.classList.toggle("renewed", left > account.loginCode.period - 1);
  ring.style.strokeDashoffset = String(1 - left / account.loginCode.period);
  part.classList.toggle("ending", left <= 5);
}

async function copy(code) {
  try {
    await navigator.clipboard.writeText(code);
    announce(text("code-copied"));
  } catch {
    announce(text("code-not-copied"));
  }
}
