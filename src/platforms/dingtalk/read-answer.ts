import { byErrcode, codeOf, deliveryOf, type HttpAnswer } from "../answer.ts";
import { type Delivery, gaveUp } from "../platform.ts";
import { type Fields, textOf } from "./fields.ts";
import { isUnknownResult, isUserUnknown, PUNISHED_MS, pauseOf, sortCode } from "./results.ts";

/** What DingTalk's answers mean for a message. */

/** Of a message that was taken: its key. */
export function messageKey(body: Fields): Delivery {
  const key = textOf(body["processQueryKey"]);
  if (key !== "") return { state: "sent", key };
  return { state: "unknown", reason: "the answer has neither an error code nor a processQueryKey" };
}

/** A good answer has no code; a refusal names the request beside its code, which no other program does. */
export function apiDelivery(answer: HttpAnswer, read: (body: Fields) => Delivery): Delivery {
  const delivery = sorted(answer);
  if (answer.kind !== "answer") return delivery;
  if (delivery.state === "gave-up" && isUserUnknown(codeOf(answer.body))) return gaveUp("user-unknown");
  const foreign = codeOf(answer.body) !== undefined && textOf(answer.body["requestid"]) === "";
  if (delivery.state === "unsure" && foreign) return { ...delivery, state: "later" };
  if (delivery.state !== "sent") return delivery;
  const found = read(answer.body);
  return found.state === "unknown" && foreign ? { ...found, state: "later" } : found;
}

/** A webhook's and an upload's success is `errcode` 0 and nothing else. */
export function oldApiDelivery(answer: HttpAnswer): Delivery {
  return sorted(answer.kind === "answer" && isPunished(answer.body) ? answer : byErrcode(answer));
}

function isPunished(body: Fields): boolean {
  return "punish" in body;
}

function sorted(answer: HttpAnswer): Delivery {
  const code = answer.kind === "answer" ? codeOf(answer.body) : undefined;
  if (answer.kind === "answer" && isPunished(answer.body)) {
    return { state: "later", reason: "too many calls from this IP address", afterMs: PUNISHED_MS };
  }
  const delivery = deliveryOf(answer, sortCode);
  if (code === undefined) return delivery;
  if (isUnknownResult(code)) return { state: "unknown", reason: `DingTalk does not know what became of it (${code})` };
  const pauseMs = pauseOf(code);
  if ((delivery.state !== "later" && delivery.state !== "barred") || pauseMs === undefined) return delivery;
  return { ...delivery, afterMs: Math.max(pauseMs, delivery.afterMs ?? 0) };
}
