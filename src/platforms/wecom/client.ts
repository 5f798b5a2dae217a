import { checkAddress } from "../address.ts";
import { byErrcode, deliveryOf, type HttpAnswer, saysLater, type Verdict } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import { type Delivery, gaveUp, type Part } from "../platform.ts";
import { attachmentMessage } from "./attachment.ts";

/** Tries a minute for one webhook: the platform allows 20 (91770), and counts with its own clock. */
export const WEBHOOK_PER_MINUTE = 18;

/** It is called too often: 45009 a minute, 45033 at once. */
const PASSING = new Set(["45009", "45033"]);

/**
 * Nothing is wrong with the message: 60020 the address of this machine is not on the allow-list; 45011 the calls of the
 * day are used up; 40013 and 40091 the company id or the secret, 48002 the permission.
 */
const BARS: Readonly<Record<string, Verdict>> = {
  "60020": "allow-list",
  "45011": "quota",
  "40013": "setting",
  "40091": "setting",
  "48002": "setting",
};

/**
 * The same message would be refused again, so somebody has to be told: 40004–40009 and 40123 type and size of a file,
 * 40035 and 40058 a parameter or too long, 44001–44004 empty, 45001–45008 too long, 60111 and 81013 no such person,
 * 93000–93008 no such target (93000: the key is wrong or the robot was removed), 301019 the file's checksum.
 */
const LASTING = /^(4000[4-9]|40035|40058|40123|4400[1-4]|4500[1-8]|60111|81013|9300[0-8]|301019)$/;

/** Sources: the pages 91770 and 90313, and users' reports (domain-admin#82, Cloud189Checkin#175, wecomchan#62). */
export function sortCode(code: string, said: string): Verdict {
  if (PASSING.has(code)) return "later";
  const bar = BARS[code];
  if (bar !== undefined) return bar;
  if (LASTING.test(code)) return "gave-up";
  return saysLater(code, said) ? "later" : "unsure";
}

/** Posts one part to a group's webhook. The address is a credential and never part of a reason. */
export async function sendByWebhook(
  http: HttpClient,
  webhook: string,
  part: Part,
  allowLoopback: boolean,
): Promise<Delivery> {
  if (checkAddress(webhook, allowLoopback) !== null) return gaveUp("webhook-unusable");
  if (part.attachment === undefined) {
    const json = { msgtype: "markdown", markdown: { content: part.text } };
    return readAnswer(await http.postJson({ url: webhook, json }));
  }
  const prepared = await attachmentMessage(http, webhook, part.attachment, readAnswer);
  if (prepared.kind === "failed") return prepared.delivery;
  return readAnswer(await http.postJson({ url: webhook, json: prepared.message }));
}

function readAnswer(answer: HttpAnswer): Delivery {
  return deliveryOf(byErrcode(answer), sortCode);
}
