/* Nothing is paired yet: how to begin. */

import { onPress } from "./press.js";
import { canScan, scan } from "./scan.js";
import { open } from "./screens.js";

/** @param follow what to do with a scanned link */
export function welcomeScreen(follow) {
  onPress("welcome-scan", async () => follow(await scan()));
  onPress("welcome-type", () => open("pair", { typed: true }));
  return { show };
}

async function show() {
  const camera = await canScan();
  document.getElementById("welcome-scan").hidden = !camera;
  document.getElementById("welcome-camera").hidden = camera;
}
