/* The code page works without this. With it, the wait counts down, and the code fills itself in where the browser can read it from the text. */

const codeForm = document.querySelector("form[data-twostep-code]");
const resendForm = document.querySelector("form[data-twostep-wait]");

if (codeForm) {
  const code = codeForm.elements.namedItem("code");
  code.addEventListener("input", () => tidy(code));
  readFromText(codeForm, code);
}
if (resendForm) countDown(resendForm);

/** Keeps the digits of what was pasted ("123 456", "123-456"); leaves the field alone while there is nothing to mend. */
function tidy(code) {
  const digits = code.value.replace(/[\s\u00a0-]+/g, "");
  if (digits !== code.value) code.value = digits;
}

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

/** Time left is shown each second to the eye, and told to screen readers twice: by the server's sentence, and when it is over. */
function countDown(form) {
  const button = form.querySelector("button");
  const status = form.querySelector("[role=status]");
  const countdown = form.querySelector("[aria-hidden]");
  const until = Date.now() + Number(form.dataset.twostepWait) * 1000;
  let clock;

  form.addEventListener("submit", (event) => {
    if (left() > 0) event.preventDefault();
  }, { capture: true });
  if (left() > 0) wait();

  function wait() {
    button.setAttribute("aria-disabled", "true");
    button.classList.add("pf-m-aria-disabled");
    status.classList.add("pf-v5-u-screen-reader");
    countdown.hidden = false;
    show();
    clock = setInterval(show, 1000);
    document.addEventListener("visibilitychange", show);
  }

  function show() {
    const seconds = left();
    if (seconds > 0) {
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      countdown.textContent = form.dataset.twostepLeft.replace("{time}", time);
    } else {
      over();
    }
  }

  function over() {
    clearInterval(clock);
    document.removeEventListener("visibilitychange", show);
    countdown.hidden = true;
    button.removeAttribute("aria-disabled");
    button.classList.remove("pf-m-aria-disabled");
    status.classList.remove("pf-v5-u-screen-reader");
    status.textContent = form.dataset.twostepOver;
  }

  function left() {
    return Math.max(0, Math.ceil((until - Date.now()) / 1000));
  }
}
