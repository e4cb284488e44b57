/* The page that the server made: what it says about itself, and its texts. */

export const page = document.getElementById("phone-app").dataset;

/** Where this realm's app is, and as far as its worker reaches. */
export const scope = new URL(page.scope, location.href).href;

export const language = document.documentElement.lang || "en";

const texts = document.getElementById("texts");

/** A text of the page's language, with its places filled in. */
export function text(name, values = {}) {
  const wording = texts.querySelector(`[data-text="${name}"]`)?.textContent.trim() ?? "";
  return wording.replace(/\{(\w+)\}/g, (place, key) => values[key] ?? place);
}

/** Languages say one and many in different ways; the page has a text for each. */
export const counted = (name, count) => text(count === 1 ? `${name}-one` : `${name}-many`, { count });

/** Fills the places of a part of the page, `data-of` by `data-of`; what has nothing to say is not there. */
export function fill(part, values) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of part.querySelectorAll(`[data-of="${name}"]`)) {
      place.textContent = value ?? "";
      (place.closest("[data-row]") ?? place).hidden = !value;
    }
  }
}

export const copyOf = (template) => document.getElementById(template).content.firstElementChild.cloneNode(true);

/** Shows one of the states of a part of the page. */
export function stage(part, name) {
  for (const state of part.querySelectorAll("[data-stage]")) state.hidden = !state.dataset.stage.split(" ").includes(name);
  part.dataset.at = name;
}

/** A line that says what went wrong, beside what it is about. Emptied first, so that the same again is read again. */
export function complain(id, wording) {
  const line = document.getElementById(id);
  line.textContent = "";
  line.hidden = !wording;
  if (wording) requestAnimationFrame(() => line.textContent = wording);
}
