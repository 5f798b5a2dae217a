import { byErrcode, codeOf, deliveryOf, type HttpAnswer, type Verdict } from "../answer.ts";
import type { Delivery } from "../platform.ts";
import { sortCode } from "./client.ts";

/** What the answers of the long connection mean, beside the codes that all of WeCom has in common. */

/**
 * 846601 and 846602 pass by themselves (hermes-agent PR 29731), 846609 is sent before the subscription holds
 * (hermes-agent#29667); 846605 the req_id is of an earlier connection and 846608 its stream is over (SDK): nothing can be
 * replied there; 853000 the id or secret is wrong; 853001 too long (hermes-agent#11656).
 */
const CODES: Readonly<Record<string, Verdict>> = {
  "846601": "later",
  "846602": "later",
  "846605": "gave-up",
  "846608": "gave-up",
  "846609": "later",
  "853000": "setting",
  "853001": "gave-up",
};

/** The stream is over, by its end or by its time. */
const STREAM_OVER = "846608";
/** «device type not support»: some clients show no stream (hermes-agent#11656). */
const NO_STREAM = "600039";
/** No such conversation, or none in which anybody spoke to the bot lately (93006 and its neighbours). */
const NO_CONVERSATION = /^9300[0-8]$/;

export function readSocketAnswer(answer: HttpAnswer): Delivery {
  return deliveryOf(byErrcode(answer), sortSocketCode);
}

function sortSocketCode(code: string, said: string): Verdict {
  return CODES[code] ?? sortCode(code, said);
}

export function isStreamOver(answer: HttpAnswer): boolean {
  return codeIn(answer) === STREAM_OVER;
}

export function refusesStreams(answer: HttpAnswer): boolean {
  return codeIn(answer) === NO_STREAM;
}

/** Whether another way into the same conversation may work: it is not known, or the code is not. */
export function refusesConversation(answer: HttpAnswer): boolean {
  return NO_CONVERSATION.test(codeIn(answer)) || readSocketAnswer(answer).state === "unsure";
}

function codeIn(answer: HttpAnswer): string {
  return (answer.kind === "answer" ? codeOf(answer.body) : undefined) ?? "";
}
