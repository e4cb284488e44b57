/* The DPoP proof (RFC 9449, section 4.2) of one call. */

import { now } from "./clock.js";
import { random } from "./encoding.js";
import { sign } from "./jws.js";

export function proof(keys, method, address) {
  const { origin, pathname } = new URL(address);
  return sign(keys.privateKey, { typ: "dpop+jwt", jwk: keys.publicJwk }, {
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(now()),
    jti: random(),
  });
}
