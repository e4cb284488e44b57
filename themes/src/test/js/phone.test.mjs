/* What the phone app computes, against the RFCs' own vectors and against node's own cryptography. */

import assert from "node:assert/strict";
import { createECDH, createHash, createHmac, createPublicKey, hkdfSync, verify } from "node:crypto";
import { test } from "node:test";

const app = "../../main/resources/theme-resources/resources/twostep/phone/";
const { identity, newAgreement, newKeys } = await import(`${app}keys.js`);
const { codeKey, grouped, loginCode, secondsLeft } = await import(`${app}login-code.js`);
const { parse } = await import(`${app}fragment.js`);
const { proof } = await import(`${app}proof.js`);
const { beside, newLock, Unconfirmed } = await import(`${app}screen-lock.js`);
const { answer, pairingClaim } = await import(`${app}statements.js`);

test("C1: login codes are those of RFC 6238, appendix B", async () => {
  const secret = Buffer.from("12345678901234567890123456789012");
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const vectors = {
    59: "46119246",
    1111111109: "68084774",
    1111111111: "67062674",
    1234567890: "91819424",
    2000000000: "90698825",
    20000000000: "77737706",
  };
  for (const [seconds, code] of Object.entries(vectors)) {
    assert.equal(await loginCode({ key, digits: 8, period: 30 }, Number(seconds)), code);
  }
});

test("C1: a code is shown in two halves, for as long as it counts", () => {
  assert.equal(grouped("123456"), "123 456");
  assert.equal(secondsLeft({ period: 30 }, 59), 1);
  assert.equal(secondsLeft({ period: 30 }, 60), 30);
});

test("C1: phone and server come to the same key, which the phone cannot export", async () => {
  const id = "9f2c41b7-03de-4000-8000-000000000000";
  const phone = await newAgreement();
  const server = createECDH("prime256v1");
  const point = server.generateKeys();
  const serverKey = { kty: "EC", crv: "P-256", x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") };
  const { x, y } = phone.publicJwk;
  const shared = server.computeSecret(Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]));
  const expected = createHmac("sha256", Buffer.from(hkdfSync("sha256", shared, "", `twostep login code ${id}`, 32))).update("text").digest();

  const key = await codeKey(phone, serverKey, id);
  assert.deepEqual(Buffer.from(await crypto.subtle.sign("HMAC", key, Buffer.from("text"))), expected);
  assert.equal(key.extractable, false);
});

test("P1: a phone is named after the thumbprint of its key, which it cannot export", async () => {
  const keys = await newKeys();
  const { x, y } = keys.publicJwk;
  const thumbprint = createHash("sha256").update(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`).digest("hex");
  const { id, fingerprint } = await identity(keys.publicJwk);
  assert.equal(id.replaceAll("-", ""), thumbprint.slice(0, 32));
  assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.equal(fingerprint.replaceAll(" ", ""), thumbprint.slice(0, 12).toUpperCase());
  assert.match(fingerprint, /^[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}$/);
  await assert.rejects(crypto.subtle.exportKey("jwk", keys.privateKey));
});

test("RFC 9449, 4.2: a proof says which call it is for, and the address without query and fragment", async () => {
  const keys = await newKeys();
  const { header, claims } = opened(await proof(keys, "GET", "http://localhost:8080/realms/r/twostep/login-requests?x=1#y"), keys);
  assert.deepEqual(header, { alg: "ES256", typ: "dpop+jwt", jwk: keys.publicJwk });
  assert.equal(claims.htm, "GET");
  assert.equal(claims.htu, "http://localhost:8080/realms/r/twostep/login-requests");
  assert.ok(Math.abs(claims.iat - Date.now() / 1000) < 5);
  assert.ok(Buffer.from(claims.jti, "base64url").length >= 12);
});

test("P2: an answer says what was decided, by which number, and what was shown", async () => {
  const account = { id: "phone", issuer: "issuer", keys: await newKeys() };
  const request = { id: "request", nonce: "nonce", context: '{"app":"Gujarātī ગુજરાતી"}' };
  const { header, claims } = opened(await answer(account, request, "approve", { number: "42" }), account.keys);
  assert.deepEqual(header, { alg: "ES256", typ: "twostep-answer+jwt" });
  const { iat, exp, jti, ...rest } = claims;
  assert.deepEqual(rest, {
    aud: "issuer",
    sub: "phone",
    rid: "request",
    nonce: "nonce",
    decision: "approve",
    number: "42",
    ctx: createHash("sha256").update(request.context).digest("base64url"),
  });
  assert.ok(exp > iat && exp - iat <= 60 && jti);
});

test("P1: the claim of a pairing brings the new key along", async () => {
  const account = { issuer: "issuer", keys: await newKeys(), agreement: await newAgreement() };
  const { header, claims } = opened(await pairingClaim(account, { token: "t" }, { name: "n", platform: "p" }), account.keys);
  assert.deepEqual(header, { alg: "ES256", typ: "twostep-pairing+jwt", jwk: account.keys.publicJwk });
  const { iat, jti, ...rest } = claims;
  assert.deepEqual(rest, { aud: "issuer", token: "t", name: "n", platform: "p", agreement: account.agreement.publicJwk });
  assert.ok(iat && jti);
});

test("P1: the claim says which key the phone has behind its screen lock", async () => {
  const lock = { id: "id", publicKey: "key", algorithm: -7 };
  const account = { issuer: "issuer", keys: await newKeys(), agreement: await newAgreement(), lock };
  const { claims } = opened(await pairingClaim(account, { token: "t" }, { name: "n", platform: "p" }), account.keys);
  assert.deepEqual(claims.webauthn, lock);
});

test("P2: the screen lock is asked about the very statement, and only where the server knows of it", async () => {
  const response = { authenticatorData: Buffer.from("data"), clientDataJSON: Buffer.from("json"), signature: Buffer.from("signed") };
  const asked = platform({ get: ({ publicKey }) => Promise.resolve({ publicKey, response }) });
  const account = { lock: { id: Buffer.from("credential").toString("base64url") } };
  assert.deepEqual(await beside({ ...account, confirmation: "device" }, "a.b.c"), {});
  assert.equal(asked.length, 0);
  assert.deepEqual(await beside({ ...account, confirmation: "webauthn" }, "a.b.c"), {
    assertion: { authenticatorData: "ZGF0YQ", clientDataJSON: "anNvbg", signature: "c2lnbmVk" },
  });
  const [{ rpId, challenge, allowCredentials, userVerification }] = asked;
  assert.equal(rpId, "login.example.org");
  assert.deepEqual(Buffer.from(challenge), createHash("sha256").update("a.b.c").digest());
  assert.equal(Buffer.from(allowCredentials[0].id).toString(), "credential");
  assert.equal(userVerification, "required");
});

test("P2: once may be a slip; whoever is not recognised again and again is told what else there is", async () => {
  platform({ get: () => Promise.reject(new DOMException("no", "NotAllowedError")) });
  const account = { confirmation: "webauthn", lock: { id: "id" } };
  await assert.rejects(beside(account, "a.b.c"), (problem) => problem instanceof Unconfirmed && !problem.often);
  await assert.rejects(beside(account, "a.b.c"), (problem) => problem instanceof Unconfirmed && problem.often);
  await assert.rejects(beside({ confirmation: "webauthn", lock: null }, "a.b.c"), Unconfirmed);
});

test("P1: without a screen lock, or when its owner would rather not, a phone pairs without", async () => {
  const created = { rawId: Buffer.from("id"), response: { getPublicKey: () => Buffer.from("key"), getPublicKeyAlgorithm: () => -7 } };
  const asked = platform({ create: () => Promise.resolve(created) });
  assert.deepEqual(await newLock("Realm", "Phone"), { id: "aWQ", publicKey: "a2V5", algorithm: -7 });
  assert.equal(asked[0].user.name, "Realm · Phone");
  assert.deepEqual(asked[0].pubKeyCredParams.map(({ alg }) => alg), [-7, -257]);
  platform({ create: () => Promise.reject(new DOMException("no", "NotAllowedError")) });
  assert.equal(await newLock("Realm", "Phone"), null);
  platform({ create: () => Promise.resolve({ ...created, response: { ...created.response, getPublicKey: () => null } }) });
  assert.equal(await newLock("Realm", "Phone"), null);
  platform({ create: () => assert.fail("asked") }, false);
  assert.equal(await newLock("Realm", "Phone"), null);
});

/** A browser with these credentials; what it was asked for. */
function platform(credentials, available = true) {
  const asked = [];
  const noting = Object.entries(credentials).map(([name, work]) => [name, (options) => {
    asked.push(options.publicKey);
    return work(options);
  }]);
  define("navigator", { credentials: Object.fromEntries(noting) });
  define("location", { hostname: "login.example.org" });
  define("PublicKeyCredential", { isUserVerifyingPlatformAuthenticatorAvailable: () => Promise.resolve(available) });
  return asked;
}

const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true });

test("A scanned link brings a pairing or a request, or is none of ours", () => {
  assert.deepEqual(parse("#p=abc"), { token: "abc" });
  assert.deepEqual(parse("#r=a.b.secret"), { request: "a.b", secret: "secret" });
  for (const other of ["", "#", "#p=", "#r=abc", "#r=.abc", "#x=1"]) assert.equal(parse(other), undefined);
});

function opened(jws, keys) {
  const [header, claims, signature] = jws.split(".");
  const key = createPublicKey({ key: keys.publicJwk, format: "jwk" });
  const signed = Buffer.from(`${header}.${claims}`);
  assert.ok(verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url")));
  const read = (part) => JSON.parse(Buffer.from(part, "base64url"));
  return { header: read(header), claims: read(claims) };
}
