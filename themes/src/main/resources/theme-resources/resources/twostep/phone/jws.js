/* A compact JWS (RFC 7515) with ES256. WebCrypto's signature has the form that RFC 7518 section 3.4 asks for: r and s, 32 bytes each. */

import { base64url, utf8 } from "./encoding.js";

export async function sign(privateKey, header, claims) {
  const content = [{ alg: "ES256", ...header }, claims].map((part) => base64url(utf8(JSON.stringify(part)))).join(".");
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, utf8(content));
  return `${content}.${base64url(signature)}`;
}
