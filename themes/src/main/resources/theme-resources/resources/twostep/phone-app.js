/* Pages that wait for a phone work without this, by their button. With it they go on by themselves once the phone has answered, and the time left counts down. */

import { clockTime } from "./wait.js";

/** The server holds an answer back for up to 25 seconds; one that takes longer than this is lost. */
const LOST = 35_000;
const SHORTEST = 1_000;
const LONGEST = 10_000;

const form = document.querySelector("form[data-twostep-ask]");

if (form) {
  const status = form.querySelector("[role=status]");
  const expiry = document.getElementById("twostep-await-expiry");
  const countdown = document.getElementById("twostep-await-countdown");
  const until = Date.now() + Number(form.dataset.twostepSeconds) * 1000;
  let leaving = false;

  // Whatever form goes out, by hand or from here, is the last.
  addEventListener("submit", (event) => leaving ||= !event.defaultPrevented);
  if (left() > 0) waitForPhone();

  async function waitForPhone() {
    form.classList.add("twostep-is-waiting");
    status.textContent = form.dataset.twostepWaiting;
    const clock = showTime();
    await answered();
    clearInterval(clock);
    countdown.hidden = true;
    form.classList.remove("twostep-is-waiting");
  }

  /** Asks until there is an answer or no time left; more and more rarely while nobody is there to ask. */
  async function answered() {
    let pause = SHORTEST;
    while (!leaving) {
      const asked = Date.now();
      const answer = await ask();
      if (leaving) return;
      if (answer && answer !== "pending") return goOn();
      if (left() === 0) return over();
      pause = answer ? SHORTEST : Math.min(pause * 2, LONGEST);
      await rest(answer ? asked + SHORTEST - Date.now() : pause);
    }
  }

  async function ask() {
    try {
      const response = await fetch(form.dataset.twostepAsk, {
        cache: "no-store",
        credentials: "same-origin",
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout?.(LOST),
      });
      return response.ok ? (await response.json()).status : undefined;
    } catch {
      return undefined;
    }
  }

  /** Ends early when the network or the person is back. */
  function rest(milliseconds) {
    return new Promise((done) => {
      const stop = new AbortController();
      const wake = () => {
        if (document.hidden) return;
        clearTimeout(timer);
        stop.abort();
        done();
      };
      const timer = setTimeout(() => {
        stop.abort();
        done();
      }, milliseconds);
      addEventListener("online", wake, { signal: stop.signal });
      document.addEventListener("visibilitychange", wake, { signal: stop.signal });
    });
  }

  function goOn() {
    status.textContent = form.dataset.twostepAnswered;
    form.requestSubmit();
  }

  function over() {
    status.textContent = form.dataset.twostepOver;
  }

  /** Each second to the eye only: screen readers have the server's sentence. */
  function showTime() {
    expiry.classList.add("pf-v5-u-screen-reader");
    countdown.hidden = false;
    show();
    return setInterval(show, 1000);
  }

  function show() {
    countdown.textContent = form.dataset.twostepLeft.replace("{time}", clockTime(left()));
  }

  function left() {
    return Math.max(0, Math.ceil((until - Date.now()) / 1000));
  }
}
