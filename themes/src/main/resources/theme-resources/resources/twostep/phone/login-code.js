/* Login codes: RFC 6238 with SHA-256, from a key that phone and server agreed on and that neither ever sent. */

import { CURVE } from "./keys.js";
import { utf8 } from "./encoding.js";

/** The key as the API describes it: HKDF (RFC 5869) without salt of the ECDH secret. */
export async function codeKey(agreement, serverKey, deviceId) {
  const { kty, crv, x, y } = serverKey;
  const theirs = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, { name: "ECDH", namedCurve: CURVE }, false, []);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, agreement.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(`twostep login code ${deviceId}`) };
  return crypto.subtle.deriveKey(derivation, material, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}

export async function loginCode({ key, digits, period }, seconds) {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(seconds / period)));
  const hash = new DataView(await crypto.subtle.sign("HMAC", key, counter.buffer));
  const offset = hash.getUint8(hash.byteLength - 1) & 0x0f;
  const number = hash.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** Seconds until the next code. */
export const secondsLeft = ({ period }, seconds) => period - (seconds % period);

/** In two halves, as it is read and typed. */
export const grouped = (code) => `${code.slice(0, code.length / 2)} ${code.slice(code.length / 2)}`;
