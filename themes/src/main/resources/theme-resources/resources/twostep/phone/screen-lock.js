/* Approving behind the phone's screen lock: a second key, of the phone's own authenticator (WebAuthn), which signs only when it has recognised its owner. */

import { base64url, fromBase64url, sha256, utf8 } from "./encoding.js";

const PATIENCE = 60_000;

const ES256 = -7;
const RS256 = -257;

/** How often in a row the owner was not recognised. Browsers do not tell a key that is gone from a finger that was not. */
let inVain = 0;

/** The phone's owner was not recognised, or would rather not. */
export class Unconfirmed extends Error {
  constructor() {
    super("unconfirmed");
    this.often = inVain > 1;
  }
}

export async function hasScreenLock() {
  try {
    return (await globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.()) ?? false;
  } catch {
    return false;
  }
}

/** A new key, as the API wants it; null where there is none to be had, or the owner would rather not. */
export async function newLock(realm, phone) {
  if (!(await hasScreenLock())) return null;
  const name = `${realm} · ${phone}`;
  try {
    const { rawId, response } = await navigator.credentials.create({
      publicKey: {
        rp: { id: location.hostname, name: realm },
        user: { id: bytes(32), name, displayName: name },
        challenge: bytes(32),
        pubKeyCredParams: [ES256, RS256].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required", residentKey: "discouraged" },
        attestation: "none",
        timeout: PATIENCE,
      },
    });
    const publicKey = response.getPublicKey();
    return publicKey && { id: base64url(rawId), publicKey: base64url(publicKey), algorithm: response.getPublicKeyAlgorithm() };
  } catch {
    return null;
  }
}

/** What goes beside a statement that approves: nothing, if the server knows no such key of this phone. */
export async function beside({ confirmation, lock }, statement) {
  if (confirmation !== "webauthn") return {};
  try {
    const { response } = await navigator.credentials.get({
      publicKey: {
        rpId: location.hostname,
        challenge: await sha256(utf8(statement)),
        allowCredentials: [{ type: "public-key", id: fromBase64url(lock.id), transports: ["internal"] }],
        userVerification: "required",
        timeout: PATIENCE,
      },
    });
    inVain = 0;
    const [authenticatorData, clientDataJSON, signature] = [response.authenticatorData, response.clientDataJSON, response.signature].map(base64url);
    return { assertion: { authenticatorData, clientDataJSON, signature } };
  } catch {
    inVain++;
    throw new Unconfirmed();
  }
}

/** Tells the phone that its key is of no more use, where it can be told. */
export function dropLock({ lock }) {
  const unknown = { rpId: location.hostname, credentialId: lock?.id };
  if (lock) globalThis.PublicKeyCredential?.signalUnknownCredential?.(unknown).catch(() => {});
}

const bytes = (count) => crypto.getRandomValues(new Uint8Array(count));
