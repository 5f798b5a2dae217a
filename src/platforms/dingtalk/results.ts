import { saysLater, type Verdict } from "../answer.ts";
import type { Bar } from "../platform.ts";
import { NO_KEYWORD, NOT_ON_ALLOW_LIST } from "./zh-cn-results.ts";

/**
 * What DingTalk's result codes mean for a message. Sources: the error tables of the development pages
 * chatbots-send-one-on-one-chat-messages-in-batches, the-robot-sends-a-group-message,
 * custom-robots-send-group-messages and call-frequency-limit; 130101 and 90030 from users' reports.
 */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** More calls a second than DingTalk allows. */
const TOO_FAST = /^(90018|90002)$|QpsLimit/;

/** Codes that pass by themselves, and after how long at the earliest. */
const PASSING: readonly { readonly code: RegExp; readonly afterMs?: number }[] = [
  { code: /^(-1|15)$|^system\.|^resource\.unavailable$/ },
  { code: /^(410100|130101)$/, afterMs: 10 * MINUTE },
  { code: TOO_FAST, afterMs: 2 * SECOND },
  { code: /too\.?fast$/i, afterMs: MINUTE },
  { code: /^InvalidAuthentication|^(40014|42001)$/, afterMs: MINUTE },
];

/** Codes of the robot's own quota, allow-list and settings: nothing is wrong with the message. 310000 tells which in words. */
const BARS: readonly { readonly code: RegExp; readonly said?: RegExp; readonly bar: Bar; readonly afterMs?: number }[] =
  [
    { code: /^(90020|90030)$|ApiCountLimitForOrg/, bar: "quota", afterMs: HOUR },
    { code: /^310000$/, said: NOT_ON_ALLOW_LIST, bar: "allow-list" },
    { code: /^60020$|white_?list|ip\.?not/i, bar: "allow-list" },
    { code: /^(310000|400102)$|^bot\.stopped$|robotCode\.|^Forbidden\.AccessDenied|^invalidClientId/, bar: "setting" },
  ];

/** The message or its target is wrong, and would be refused again. */
const LASTING = [
  /^(invalidParameter|invalid|miss|contain|conversation)\./,
  /^(invalidParameter|receivers\.exceed|group\.disbanded|template\.stopped|send\.forbidden)$/,
  /^(staffId\.notExisted|robot\.oto\.notExist)$/,
  /^(4000[4-9]|40035|43004|400013|400101|400105|400106|43010[1-4]|460101|101002|300001|300005)$/,
];

/** The user is not there, whatever the message is. */
export function isUserUnknown(code: string | undefined): boolean {
  return code === "staffId.notExisted";
}

/** The pause after `flowControlledStaffIdList`. */
export const FLOW_CONTROL_MS = MINUTE;
/** The gateway blocks an address for five minutes after 10000 calls in 20 s, with a page of its own shape. */
export const PUNISHED_MS = 5 * MINUTE;

/** What a code means; one that is in no list and does not say «later» is tried for some minutes. */
export function sortCode(code: string, said: string): Verdict {
  if (PASSING.some((one) => one.code.test(code))) return "later";
  if (code === "310000" && NO_KEYWORD.test(said)) return "gave-up";
  const bar = BARS.find((one) => one.code.test(code) && (one.said?.test(said) ?? true));
  if (bar !== undefined) return bar.bar;
  if (LASTING.some((one) => one.test(code))) return "gave-up";
  return saysLater(code, said) ? "later" : "unsure";
}

/** How long to wait after this code, in milliseconds, where that is known. */
export function pauseOf(code: string): number | undefined {
  return [...PASSING, ...BARS].find((one) => one.code.test(code))?.afterMs;
}

export function isTokenRefused(code: string | undefined): boolean {
  return code !== undefined && /^InvalidAuthentication|^(40014|42001)$/.test(code);
}

export function isTooFast(code: string | undefined): boolean {
  return code !== undefined && TOO_FAST.test(code);
}

/** The reply address has ended, or never was. */
export function isSessionGone(code: string | undefined): boolean {
  return code === "300001" || code === "300005";
}

export function isUnknownResult(code: string): boolean {
  return code === "unknown.send.result";
}
