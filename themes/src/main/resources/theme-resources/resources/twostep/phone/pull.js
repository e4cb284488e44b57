/* Pulling the list down asks for the newest, as people are used to. The button beside the heading does the same. */

import { currentRefresh } from "./screens.js";

const FAR_ENOUGH = 72;
const RESISTANCE = 0.5;

const sign = document.getElementById("pull");

let from;
let distance = 0;

addEventListener("touchstart", (event) => {
  const calm = scrollY <= 0 && event.touches.length === 1 && currentRefresh() && !document.querySelector("dialog[open]");
  from = calm ? event.touches[0].clientY : undefined;
}, { passive: true });

addEventListener("touchmove", (event) => {
  if (from === undefined) return;
  move((event.touches[0].clientY - from) * RESISTANCE);
}, { passive: true });

addEventListener("touchend", () => {
  if (distance >= FAR_ENOUGH) currentRefresh()?.();
  move(0);
  from = undefined;
});

addEventListener("touchcancel", () => {
  move(0);
  from = undefined;
});

function move(to) {
  distance = Math.max(0, Math.min(to, FAR_ENOUGH * 1.3));
  sign.hidden = distance === 0;
  sign.classList.toggle("ready", distance >= FAR_ENOUGH);
  sign.style.setProperty("--pulled", String(distance / FAR_ENOUGH));
}
