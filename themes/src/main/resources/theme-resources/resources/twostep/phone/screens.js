/* One screen at a time. The phone's own back button works, because each screen is an entry of the history; none of them is in the address. */

import { hush } from "./announce.js";
import { page } from "./page.js";

const TABS = ["requests", "codes", "device"];

const title = document.getElementById("title");
const back = document.getElementById("back");
const refresh = document.getElementById("refresh");
const tabs = document.getElementById("tabs");
const known = new Map();

let current;

/** @param screens by name; `show` gets its arguments and a signal that ends with the screen, `refresh` is what the button and the pull do */
export function register(screens) {
  for (const [name, screen] of Object.entries(screens)) known.set(name, screen);
}

/** A tab takes the place of another; everything else can be gone back from. */
export function open(name, args = {}) {
  const depth = history.state?.depth ?? 0;
  const deeper = current && !TABS.includes(name) && current.name !== name;
  const state = { screen: name, args, depth: deeper ? depth + 1 : depth };
  if (deeper) history.pushState(state, "");
  else history.replaceState(state, "");
  show(state);
}

/** As {@link open}, but nothing leads back: what was here is done. */
export function become(name, args = {}) {
  const state = { screen: name, args, depth: TABS.includes(name) ? 0 : (history.state?.depth ?? 0) };
  history.replaceState(state, "");
  show(state);
}

export function goBack() {
  if ((history.state?.depth ?? 0) > 0) history.back();
  else become(document.body.dataset.paired === "true" ? "requests" : "welcome");
}

/** A link that was followed made an entry of its own in the history: it shows what was on the screen, for those who go back. */
export function adoptEntry() {
  if (current) history.replaceState(current.state, "");
}

export const currentScreen = () => current?.name;

export const currentRefresh = () => known.get(current?.name)?.refresh;

export function show(state) {
  const { screen, args = {}, depth = 0 } = state;
  current?.ended.abort();
  hush();
  const first = !current;
  const ended = new AbortController();
  current = { name: screen, state, ended };
  document.body.dataset.screen = screen;
  for (const section of document.querySelectorAll(".screen")) section.hidden = section.id !== `screen-${screen}`;
  const { title: heading } = document.getElementById(`screen-${screen}`).dataset;
  head(screen, heading);
  const beginning = depth === 0 && screen === "welcome";
  // What says how things are has its own way on.
  back.hidden = TABS.includes(screen) || beginning || Boolean(document.querySelector(`#screen-${screen} > .message`));
  refresh.hidden = !known.get(screen)?.refresh;
  for (const button of tabs.querySelectorAll("button")) {
    if (button.dataset.screen === screen) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  document.getElementById("splash").hidden = true;
  scrollTo(0, 0);
  // A screen reader goes on at the heading. On opening the app it reads the page anyway.
  if (!first) title.focus({ preventScroll: true });
  return known.get(screen)?.show?.(args, ended.signal);
}

/** Some screens know their heading only when they know what they show. An answer that comes after the screen was left changes nothing. */
export function head(screen, heading, { focus = false } = {}) {
  if (current?.name !== screen) return;
  title.textContent = heading;
  document.title = `${heading} · ${page.realm}`;
  if (focus) title.focus({ preventScroll: true });
}

back.addEventListener("click", goBack);
tabs.addEventListener("click", (event) => {
  const { screen } = event.target.closest("button")?.dataset ?? {};
  if (screen) become(screen);
});
addEventListener("popstate", (event) => {
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  if (event.state?.screen) show(event.state);
});
