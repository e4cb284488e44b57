/* A button to wait for works without this, and the server says no to whoever is early. With it, the wait counts down. */

for (const form of document.querySelectorAll("form[data-twostep-wait]")) countDown(form);

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
      countdown.textContent = form.dataset.twostepLeft.replace("{time}", clockTime(seconds));
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

/** As a clock counts down: 95 seconds are 1:35. */
export function clockTime(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
