/* Copying and printing what a sheet shows. Without this it is written down, downloaded or photographed, and the browser's own print command gives the same sheet. */

const key = document.querySelector(".twostep-key bdi");
const copy = document.getElementById("twostep-copy");
const print = document.getElementById("twostep-print");
const status = document.getElementById("twostep-copy-status");

if (key && copy) {
  copy.hidden = false;
  copy.addEventListener("click", async () => say(await copied() ? copy.dataset.twostepCopied : copy.dataset.twostepFailed));
}
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => globalThis.print());
}

/** The clipboard is there on secure addresses only; elsewhere what is selected goes the old way. */
async function copied() {
  try {
    await navigator.clipboard.writeText(key.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(key);
    return document.execCommand("copy");
  }
}

/** Emptied first, because a status that says the same again is not read again. */
function say(text) {
  status.textContent = "";
  setTimeout(() => status.textContent = text, 100);
}
