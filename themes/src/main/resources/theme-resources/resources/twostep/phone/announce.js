/* Short news: read out, and, where the screen itself does not show it, seen for a moment. */

const SHOWN_FOR = 4000;

const seen = document.getElementById("news");
const heard = document.getElementById("heard");

const timers = new Map();

export const announce = (wording) => put(seen, wording);

/** For what everybody else sees anyway. */
export const whisper = (wording) => put(heard, wording);

/** News of one screen mean nothing on the next. */
export function hush() {
  for (const line of [seen, heard]) {
    clearTimeout(timers.get(line));
    line.textContent = "";
  }
}

function put(line, wording) {
  clearTimeout(timers.get(line));
  line.textContent = "";
  // A status that says the same again is read only if it was empty in between.
  timers.set(line, setTimeout(() => {
    line.textContent = wording;
    timers.set(line, setTimeout(() => line.textContent = "", SHOWN_FOR));
  }, 60));
}
