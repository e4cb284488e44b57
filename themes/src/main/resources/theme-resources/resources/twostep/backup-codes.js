/* Copying and printing a backup code. Without this the code is written down, downloaded or photographed, and the browser's own print command gives the same sheet. */

const code = document.getElementById("twostep-backup-code");
const copy = document.getElementById("twostep-copy");
const print = document.getElementById("twostep-print");
const status = document.getElementById("twostep-copy-status");

if (code) {
  copy.hidden = false;
  print.hidden = false;
  copy.addEventListener("click", async () => say(await copied() ? copy.dataset.twostepCopied : copy.dataset.twostepFailed));
  print.addEventListener("click", () => globalThis.print());
}

/** The clipboard is there on secure addresses only; elsewhere the selected code goes the old way. */
async function copied() {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(code);
    return document.execCommand("copy");
  }
}

/** Emptied first, because a status that says the same again is not read again. */
function say(text) {
  status.textContent = "";
  setTimeout(() => status.textContent = text, 100);
}
