/* A new phone claims a pairing: a key is made here, and the server learns its public half. */

import { absorb, devicePath, forget } from "./accounts.js";
import { call } from "./api.js";
import { identity, newAgreement, newKeys } from "./keys.js";
import { page } from "./page.js";
import { described } from "./platform.js";
import { refused } from "./problems.js";
import { newLock } from "./screen-lock.js";
import { pairingClaim } from "./statements.js";

/** A claim whose answer got lost is made again with the same key. */
let attempt = {};

/** Asked for once, however many codes are mistyped. */
let lock;

/** @param invitation a scanned `token`, or a `code` and the `username` */
export async function claim(invitation, name) {
  const about = JSON.stringify(invitation);
  if (attempt.about !== about) attempt = { about, account: await fresh() };
  lock ??= { key: await newLock(page.realm, name) };
  const account = { ...attempt.account, name, lock: lock.key };
  const device = await claimed(account, invitation);
  if (device.id !== account.id) throw new Error("another phone");
  attempt = {};
  lock = undefined;
  return absorb(account, device);
}

/** How far the pairing is. A pairing that ended leaves nothing behind. */
export async function progress(account) {
  try {
    const device = await call(account, "GET", devicePath(account));
    return { device, account: await absorb(account, device) };
  } catch (problem) {
    if (refused(problem, "unknown_device", "unknown_pairing")) await forget(account);
    throw problem;
  }
}

async function fresh() {
  const keys = await newKeys();
  const agreement = await newAgreement();
  const { id, fingerprint } = await identity(keys.publicJwk);
  return { id, fingerprint, keys, agreement, api: page.api, issuer: page.issuer, status: "unconfirmed", since: Date.now() };
}

async function claimed(account, invitation) {
  const platform = await described();
  try {
    return await call({ ...account, claiming: true }, "POST", "/devices", async () => ({
      claim: await pairingClaim(account, invitation, { name: account.name, platform }),
    }));
  } catch (problem) {
    if (!refused(problem, "pairing_taken")) throw problem;
    // Perhaps by this very phone, when the answer did not come through.
    return call(account, "GET", devicePath(account)).catch(() => {
      throw problem;
    });
  }
}
