/* The code page works without this. With it, the code fills itself in where the browser can read it from the text. */

const form = document.querySelector("form[data-twostep-code]");

if (form) readFromText(form, form.elements.namedItem("code"));

/** WebOTP: the text's last line names this site and the code. A code typed by hand ends the waiting. */
async function readFromText(form, code) {
  if (!("OTPCredential" in globalThis)) return;
  const stop = new AbortController();
  form.addEventListener("submit", () => stop.abort());
  try {
    const text = await navigator.credentials.get({ otp: { transport: ["sms"] }, signal: stop.signal });
    if (!text || code.value) return;
    code.value = text.code;
    form.requestSubmit(form.elements.namedItem("login"));
  } catch {
    // Declined, timed out, or typed by hand: the field is there.
  }
}
