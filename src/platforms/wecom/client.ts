import { checkAddress } from "../address.ts";
import { codeOf, deliveryOf, type HttpAnswer, type HttpClient } from "../http-client.ts";
import type { Delivery, Part } from "../platform.ts";
import { attachmentMessage } from "./attachment.ts";

/** Tries a minute for one webhook: the platform allows 20 (91770), and counts with its own clock. */
export const WEBHOOK_PER_MINUTE = 18;

/**
 * Codes that pass by themselves: the platform is busy (-1), it is called too often (45009 a minute, 45011 a
 * day, 45033 at once). Negative ones and those outside the blocks below are its own failures as well.
 */
const PASSING = new Set(["-1", "45009", "45011", "45033"]);

/**
 * 4xxxx: the message or a parameter is wrong (40008 msgtype, 40058 too long, 44004 empty); 6xxxx: not
 * permitted; 8xxxx and 9xxxx: no such target (93000: the key is wrong or the robot was removed). The same
 * message would be refused again, so somebody has to be told.
 */
const LASTING = /^[4689]\d{4,5}$/;

function sortCode(code: string): "later" | "gave-up" {
  return !PASSING.has(code) && LASTING.test(code) ? "gave-up" : "later";
}

/** Posts one part to a group's webhook. The address is a credential and never part of a reason. */
export async function sendByWebhook(
  http: HttpClient,
  webhook: string,
  part: Part,
  allowLoopback: boolean,
): Promise<Delivery> {
  const problem = checkAddress(webhook, allowLoopback);
  if (problem !== null) return { state: "gave-up", reason: `the group's webhook: ${problem}` };
  if (part.attachment === undefined) {
    const json = { msgtype: "markdown", markdown: { content: part.text } };
    return readAnswer(await http.postJson({ url: webhook, json }));
  }
  const prepared = await attachmentMessage(http, webhook, part.attachment, readAnswer);
  if (prepared.kind === "failed") return prepared.delivery;
  return readAnswer(await http.postJson({ url: webhook, json: prepared.message }));
}

function readAnswer(answer: HttpAnswer): Delivery {
  if (answer.kind === "answer" && answer.status < 300 && codeOf(answer.body) === undefined) {
    return { state: "later", reason: `HTTP ${answer.status} without errcode: not WeCom's answer` };
  }
  return deliveryOf(answer, sortCode);
}
