/* Chrome's offer to install the app, kept until the person asks for it. */

let offer;

export const canInstall = () => Boolean(offer);

export async function install() {
  await offer?.prompt();
  offer = undefined;
}

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
});
