/* The phone's key of one account, and the names that follow from it. A private key cannot be exported, not even by this script. */

import { hex, sha256, utf8 } from "./encoding.js";

export const CURVE = "P-256";

export async function newKeys() {
  return keyPair({ name: "ECDSA", namedCurve: CURVE }, ["sign", "verify"]);
}

/** For one agreement with the server about the key of the login codes. */
export async function newAgreement() {
  return keyPair({ name: "ECDH", namedCurve: CURVE }, ["deriveBits"]);
}

/** Id and fingerprint come from the thumbprint of RFC 7638, whose members stand in the order of their names. */
export async function identity({ crv, kty, x, y }) {
  const thumbprint = new Uint8Array(await sha256(utf8(JSON.stringify({ crv, kty, x, y }))));
  const id = hex(thumbprint.slice(0, 16)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const fingerprint = hex(thumbprint.slice(0, 6)).toUpperCase().match(/.{4}/g).join(" ");
  return { id, fingerprint };
}

async function keyPair(algorithm, uses) {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, uses);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", publicKey);
  return { privateKey, publicJwk: { kty, crv, x, y } };
}
