/* Secrets of scanned sign-in pages, for as long as the app is open and nowhere else. */

const secrets = new Map();

export const remember = (request, secret) => secrets.set(request, secret);

export const secretOf = (request) => secrets.get(request);
