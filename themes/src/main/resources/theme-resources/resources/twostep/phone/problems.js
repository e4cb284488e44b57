/* What an error means to the person, and what to do about it. */

import { Refusal, Unreachable } from "./api.js";
import { counted, text } from "./page.js";
import { Unconfirmed } from "./screen-lock.js";

export function explained(problem) {
  if (problem instanceof Unreachable) return text("problem-offline");
  if (problem instanceof Unconfirmed) return text(problem.often ? "lock-gone" : "lock-unconfirmed");
  if (!(problem instanceof Refusal)) return text("problem-other");
  switch (problem.error) {
    case "wrong_number":
      return problem.triesLeft > 0 ? counted("wrong-number", problem.triesLeft) : text("status-text-wrong_number");
    case "too_many_requests":
      return counted("too-many", Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60)));
    case "already_answered":
      return text(`status-text-${problem.outcome}`) || text("problem-over");
    default:
      return text(`problem-${problem.error}`) || text("problem-server");
  }
}

export const refused = (problem, ...errors) => problem instanceof Refusal && errors.includes(problem.error);
