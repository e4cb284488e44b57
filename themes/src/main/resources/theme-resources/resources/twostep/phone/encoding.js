/* Bytes as text and back. */

export const utf8 = (text) => new TextEncoder().encode(text);

export const sha256 = (bytes) => crypto.subtle.digest("SHA-256", bytes);

export function base64url(bytes) {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export function fromBase64url(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** An id that nobody guesses and nobody meets twice. */
export const random = () => base64url(crypto.getRandomValues(new Uint8Array(16)));
