/* The server's time. A phone's own clock may be wrong, so each answer sets the difference right; it is kept, because login codes are made offline too. */

import { setting, saveSetting } from "./store.js";

/** Seconds of travel and rounding that are no difference. */
const TOLERANCE = 2;

/** From here on the person is told. */
const WORTH_TELLING = 60;

let offset = 0;

export async function load() {
  offset = (await setting("clock-offset")) ?? 0;
}

export const now = () => Date.now() / 1000 + offset;

/** Seconds that the phone's clock is behind (more than 0) or ahead of the server; 0 where nobody needs to know. */
export const noticeable = () => (Math.abs(offset) > WORTH_TELLING ? offset : 0);

/** Says by how much the time had to be moved. */
export function correct(serverTime) {
  // The server cuts its seconds off: half of one is the best guess.
  const moved = serverTime + 0.5 - now();
  if (Math.abs(moved) <= TOLERANCE) return 0;
  offset += moved;
  if (Math.abs(offset) <= TOLERANCE) offset = 0;
  saveSetting("clock-offset", offset).catch(() => {});
  return Math.abs(moved);
}
