/* New texts slide in without a reload; the page refreshes itself whole only where scripts are off. */
const main = document.querySelector("main[data-twostep-refresh]");

setInterval(async () => {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-twostep-texts]");
    const shown = main.querySelector("[data-twostep-texts]");
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.children);
  } catch {
    // The server is being restarted: the next round asks again.
  }
}, Number(main.dataset.twostepRefresh) * 1000);
