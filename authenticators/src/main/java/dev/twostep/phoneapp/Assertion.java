package dev.twostep.phoneapp;

/**
 * What a phone's {@link ApprovalKey} signed, as the phone sent it (WebAuthn, AuthenticatorAssertionResponse). Nothing about it is known to be true.
 *
 * @param authenticatorData base64url
 * @param clientDataJson    base64url
 * @param signature         base64url
 */
public record Assertion(String authenticatorData, String clientDataJson, String signature) {}
