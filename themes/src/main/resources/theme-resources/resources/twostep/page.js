/* What every page of ours has beside its own script. Nothing here is needed to read or use a page. */

const forms = document.querySelectorAll("form[data-twostep-once]");

// A form goes out once: a second press while the answer is on its way would ask for a second text, or spend a second try.
// After a while without an answer it may be pressed again.
for (const form of forms) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if ("twostepSent" in form.dataset) event.preventDefault();
    form.dataset.twostepSent = "";
    setTimeout(() => delete form.dataset.twostepSent, 5000);
  });
}

// Going back shows the page as it was left.
addEventListener("pageshow", () => {
  for (const form of forms) delete form.dataset.twostepSent;
});

// What was pasted into the field of a code ("123 456", "123-456") keeps its digits; the field is left alone while there is nothing to mend.
for (const code of document.querySelectorAll("input[autocomplete=one-time-code]")) {
  code.addEventListener("input", () => {
    const digits = code.value.replace(/[\s\u00a0-]+/g, "");
    if (digits !== code.value) code.value = digits;
  });
}

// The layout's label of the username points to an id that is not there (keycloak.v2 of 26.7), so screen readers hear an unnamed field.
const username = document.getElementById("kc-attempted-username");
if (username && !username.labels.length) {
  username.setAttribute("aria-label", document.querySelector("label[for=username]")?.textContent.trim() ?? "");
}
