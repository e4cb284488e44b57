/* A button does its work once, however often it is pressed, and shows that it is at it. */

export function onPress(id, work) {
  const button = document.getElementById(id);
  button.addEventListener("click", () => once(button, work));
}

export function onSubmit(id, work) {
  const form = document.getElementById(id);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    once(event.submitter ?? form.querySelector("[type=submit]"), work);
  });
}

async function once(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await work(button);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

/** Digits as people type and paste them, with spaces and in their own script, are the digits that the server knows. */
export const digits = (typed) => typed.normalize("NFKC")
  .replace(/\p{Nd}/gu, (digit) => String(value(digit.codePointAt(0))))
  .replace(/\D/g, "");

/** Decimal digits stand in tens, so the zero of a script is the last one that no other digit precedes. */
function value(codePoint) {
  let number = 0;
  while (number < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - number - 1))) number++;
  return number;
}
