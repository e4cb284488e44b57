/* Calls of the phone API. Each is proved with the account's key; each answer sets the clock right. */

import { correct } from "./clock.js";
import { proof } from "./proof.js";

const PATIENCE = 15_000;

/** The clock was wrong by so many seconds that this may be why the server refused. */
const CLOCK_MATTERS = 20;

/** The server said no, and why. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.error);
    Object.assign(this, { ...answer, error: answer.error ?? "server_error", outcome: answer.status, status });
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

/**
 * @param account whose key proves the call; without `keys` it goes without a proof
 * @param statement makes the body; made anew when the call is tried again, because what is signed has a time in it
 */
export async function call(account, method, path, statement) {
  const first = await attempt(account, method, path, statement);
  const again = first.problem && (first.problem.error === "invalid_dpop_proof" || first.moved > CLOCK_MATTERS);
  const { problem, answer } = again ? await attempt(account, method, path, statement) : first;
  if (problem) throw problem;
  return answer;
}

async function attempt({ api, keys, claiming }, method, path, statement) {
  const address = new URL(api + path, location.href).href;
  const headers = { Accept: "application/json" };
  if (!claiming) headers.DPoP = await proof(keys, method, address);
  let body;
  if (statement) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(await statement());
  }
  const response = await send(address, { method, headers, body });
  const answer = await read(response);
  const moved = Number.isFinite(answer?.now) ? correct(answer.now) : 0;
  return response.ok ? { answer, moved } : { problem: new Refusal(response.status, answer ?? {}), moved };
}

/** Without cookies: who calls is said by the proof alone. */
async function send(address, call) {
  try {
    return await fetch(address, {
      ...call,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch (problem) {
    throw new Unreachable(problem.message);
  }
}

async function read(response) {
  try {
    return response.status === 204 ? undefined : await response.json();
  } catch {
    return undefined;
  }
}
