/* Reading a QR code with the camera, where the browser can. Elsewhere the phone's own camera app reads it, and opens the link. */

import { ask } from "./dialogs.js";
import { complain, scope, text } from "./page.js";
import { parse } from "./fragment.js";

const INTERVAL = 150;

/** A browser may know of barcodes in general, but not of this kind, and a computer may have no camera. */
export async function canScan() {
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    const devices = await navigator.mediaDevices.enumerateDevices();
    return formats.includes("qr_code") && devices.some(({ kind }) => kind === "videoinput");
  } catch {
    return false;
  }
}

/** What the scanned link brings; nothing if the person gave up. A link to another realm's app on this server is followed there. */
export async function scan() {
  const video = document.querySelector("#scan video");
  let found;
  let stream;
  let over = false;
  complain("scan-error");
  const closed = ask("scan").then(() => over = true);
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    while (!over && !found) {
      for (const { rawValue } of await detector.detect(video)) found ??= ours(rawValue);
      await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    }
  } catch (problem) {
    if (!over) complain("scan-error", text(problem.name === "NotAllowedError" ? "scan-blocked" : "scan-failed"));
  }
  if (found) document.getElementById("scan").close();
  await closed;
  stream?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  return found;
}

function ours(value) {
  const link = address(value);
  const found = link?.origin === location.origin ? parse(link.hash) : undefined;
  if (!found) {
    complain("scan-error", text("scan-other"));
    return undefined;
  }
  if (link.pathname !== new URL(scope).pathname) location.assign(link);
  return found;
}

function address(value) {
  try {
    return new URL(value);
  } catch {
    return undefined;
  }
}
