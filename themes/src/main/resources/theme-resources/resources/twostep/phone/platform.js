/* What kind of phone this is: for its name, and for what to do on it. */

import { text } from "./page.js";

const LONGEST = 60;

const agent = navigator.userAgent;
const ipad = /Macintosh/.test(agent) && navigator.maxTouchPoints > 1;

export const platform = /iPhone|iPad|iPod/.test(agent) || ipad ? "ios" : /Android/.test(agent) ? "android" : "other";

export const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;

/** On an iPhone only what is on the home screen is kept for long, and gets notifications. */
export const mustInstall = platform === "ios" && !installed;

/** A name to begin with: the model, where the browser tells it. */
export async function suggestedName() {
  const { model } = await details();
  return (model || text(`name-${kind()}`)).slice(0, LONGEST);
}

/** For the account's page: system and browser. */
export async function described() {
  const { platformVersion } = await details();
  const version = /Android ([\d.]+)|OS ([\d_]+) like Mac/.exec(agent);
  const system = navigator.userAgentData?.platform || { ios: ipad ? "iPadOS" : "iOS", android: "Android", other: desktop() }[platform];
  const number = platformVersion?.split(".")[0] || (version?.[1] ?? version?.[2])?.replaceAll("_", ".");
  return [[system, number].filter(Boolean).join(" "), browser()].filter(Boolean).join(", ").slice(0, LONGEST);
}

/** Instructions differ from phone to phone; only those for this one are shown. */
export function reveal() {
  for (const part of document.querySelectorAll("[data-platform]")) {
    part.hidden = !part.dataset.platform.split(" ").includes(platform);
  }
  for (const part of document.querySelectorAll("[data-must-install]")) part.hidden = !mustInstall;
}

async function details() {
  try {
    return (await navigator.userAgentData?.getHighEntropyValues(["model", "platformVersion"])) ?? {};
  } catch {
    return {};
  }
}

function kind() {
  if (/iPhone|iPod/.test(agent)) return "iphone";
  if (/iPad/.test(agent) || ipad) return "ipad";
  if (platform === "android") return /Mobile/.test(agent) ? "android" : "tablet";
  return "computer";
}

const desktop = () => (/Windows/.test(agent) ? "Windows" : /Mac/.test(agent) ? "macOS" : /CrOS/.test(agent) ? "ChromeOS" : "Linux");

function browser() {
  const names = [["Edg", "Edge"], ["SamsungBrowser", "Samsung Internet"], ["OPR", "Opera"], ["FxiOS", "Firefox"], ["Firefox", "Firefox"],
    ["CriOS", "Chrome"], ["Chrome", "Chrome"], ["Safari", "Safari"]];
  return names.find(([mark]) => agent.includes(`${mark}/`))?.[1];
}
