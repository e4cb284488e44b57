/* Times as the page's language says them. */

import { now } from "./clock.js";
import { language } from "./page.js";

const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const hour = new Intl.DateTimeFormat(language, { timeStyle: "short" });
const since = new Intl.RelativeTimeFormat(language, { numeric: "auto" });

const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** Today's times need no date. */
export function moment(seconds) {
  const time = new Date(seconds * 1000);
  return (time.toDateString() === new Date().toDateString() ? hour : day).format(time);
}

export const clockTime = (seconds) => hour.format(seconds * 1000);

export function ago(seconds) {
  const passed = Math.max(0, now() - seconds);
  for (const [unit, length] of UNITS) {
    if (passed >= length) return since.format(-Math.floor(passed / length), unit);
  }
  return since.format(0, "second");
}

/** Minutes and seconds. */
export function span(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

/** Waits, or gives up as soon as the screen is left. */
export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
