/* The accounts of this phone, and calls in the name of one. */

import { call, Refusal } from "./api.js";
import { codeKey } from "./login-code.js";
import { dropLock } from "./screen-lock.js";
import { become } from "./screens.js";
import * as store from "./store.js";

export const PAIRED = "active";

export async function paired() {
  return (await store.accounts()).filter((account) => account.status === PAIRED).sort((a, b) => a.since - b.since);
}

export async function unfinished() {
  return (await store.accounts()).find((account) => account.status !== PAIRED);
}

/** Says the account's name to people who have several. */
export const label = ({ username, realm }) => [username, realm].filter(Boolean).join(" · ");

/** A call that also understands that this phone has been removed: then its keys are of no use to anybody. */
export async function ask(account, method, path, statement) {
  try {
    return await call(account, method, path, statement);
  } catch (problem) {
    if (problem instanceof Refusal && problem.error === "unknown_device" && account.status === PAIRED) {
      await forget(account);
      become("removed", { account: label(account) });
    }
    throw problem;
  }
}

export const devicePath = (account, rest = "") => `/devices/${account.id}${rest}`;

/** Takes over what the server says about this phone. The agreement's key is thrown away as soon as the login code's key is there. */
export async function absorb(account, device) {
  const { status, name, confirmation, realm } = device;
  const next = { ...account, status, name, confirmation, realm: realm.displayName || realm.name };
  delete next.claiming;
  if (device.account) next.username = device.account.username;
  if (device.notifications) next.notifications = device.notifications;
  if (device.loginCode && next.agreement) {
    const { digits, period, serverKey } = device.loginCode;
    next.loginCode = { key: await codeKey(next.agreement, serverKey, next.id), digits, period };
    delete next.agreement;
  }
  await store.saveAccount(next);
  await count();
  return next;
}

export async function forget(account) {
  await store.deleteAccount(account.id);
  dropLock(account);
  await count();
}

/** The tabs are there as soon as there is something to show on them. */
export async function count() {
  const all = await paired();
  document.body.dataset.paired = String(all.length > 0);
  document.body.dataset.several = String(all.length > 1);
  return all;
}
