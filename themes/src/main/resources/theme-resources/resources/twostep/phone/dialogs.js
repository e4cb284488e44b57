/* A question in front of everything else, answered with one of its buttons. The browser keeps the focus inside, and Escape says no. */

/** The value of the pressed button; nothing if the question was put away. */
export function ask(id) {
  const dialog = document.getElementById(id);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true }));
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button[value]");
    if (button && button.type !== "submit") dialog.close(button.value);
    // The backdrop belongs to the dialog, what is in it to its children.
    if (event.target === dialog) dialog.close();
  });
  dialog.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close(event.submitter?.value ?? "yes");
  });
}
