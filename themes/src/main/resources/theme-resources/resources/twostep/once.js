/* A form goes out once: a second press while the answer is on its way would ask for a second text, or spend a second try. */
const SENT = "twostepSent";

for (const form of document.querySelectorAll("form[data-twostep-once]")) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (SENT in form.dataset) event.preventDefault();
    form.dataset[SENT] = "";
  });
}

// Going back shows the page as it was left.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-twostep-once]")) delete form.dataset[SENT];
});
