/* What the phone signs apart from the call: it decides about a sign-in, a pairing or a hand-over. */

import { now } from "./clock.js";
import { base64url, random, sha256, utf8 } from "./encoding.js";
import { sign } from "./jws.js";

const LIFETIME_SECONDS = 60;

/** The one statement that brings its key along: the server does not know it yet. */
export function pairingClaim(account, invitation, phone) {
  const { keys, agreement, issuer, lock } = account;
  return sign(keys.privateKey, { typ: "twostep-pairing+jwt", jwk: keys.publicJwk }, {
    aud: issuer,
    ...invitation,
    ...phone,
    agreement: agreement.publicJwk,
    ...(lock && { webauthn: lock }),
    iat: Math.floor(now()),
    jti: random(),
  });
}

/** {@code means} is what approves: the number as typed, or the secret of the QR code. {@code ctx} says what the person has seen. */
export async function answer(account, request, decision, means = {}) {
  return statement(account, "twostep-answer+jwt", {
    rid: request.id,
    nonce: request.nonce,
    decision,
    ...means,
    ctx: base64url(await sha256(utf8(request.context))),
  });
}

export function handoverConfirmation(account, device) {
  return statement(account, "twostep-handover+jwt", { device });
}

function statement({ keys, issuer, id }, typ, claims) {
  const iat = Math.floor(now());
  return sign(keys.privateKey, { typ }, { aud: issuer, sub: id, ...claims, iat, exp: iat + LIFETIME_SECONDS, jti: random() });
}
