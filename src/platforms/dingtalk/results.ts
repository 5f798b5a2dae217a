/**
 * What DingTalk's result codes mean for a message. Sources: the error tables of the development pages
 * chatbots-send-one-on-one-chat-messages-in-batches, the-robot-sends-a-group-message,
 * custom-robots-send-group-messages and call-frequency-limit; 130101 and 90030 from users' reports.
 */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Codes that pass by themselves, and after how long at the earliest. */
const PASSING: readonly { readonly code: RegExp; readonly afterMs?: number }[] = [
  { code: /^(-1|15)$|^system\.|^resource\.unavailable$|^(ServiceUnavailable|InternalError|Throttling)/ },
  { code: /^(410100|130101)$/, afterMs: 10 * MINUTE },
  { code: /^(90018|90002)$|QpsLimit/, afterMs: 2 * SECOND },
  { code: /too\.?fast$/i, afterMs: MINUTE },
  { code: /^(90020|90030)$|ApiCountLimitForOrg/, afterMs: HOUR },
  { code: /^InvalidAuthentication|^(40014|42001)$/, afterMs: MINUTE },
];

/** The pause after `flowControlledStaffIdList`. */
export const FLOW_CONTROL_MS = MINUTE;
/** The gateway blocks an address for five minutes after 10000 calls in 20 s, with a page of its own shape. */
export const PUNISHED_MS = 5 * MINUTE;

/** What is not known to pass is permanent: a dead letter is seen and can be sent again, a waiting one stops its chat. */
export function sortCode(code: string): "later" | "gave-up" {
  return PASSING.some((one) => one.code.test(code)) ? "later" : "gave-up";
}

/** How long to wait after this code, in milliseconds, where that is known. */
export function pauseOf(code: string): number | undefined {
  return PASSING.find((one) => one.code.test(code))?.afterMs;
}

export function isTokenRefused(code: string | undefined): boolean {
  return code !== undefined && /^InvalidAuthentication|^(40014|42001)$/.test(code);
}

/** The reply address has ended, or never was. */
export function isSessionGone(code: string | undefined): boolean {
  return code === "300001" || code === "300005";
}

export function isUnknownResult(code: string): boolean {
  return code === "unknown.send.result";
}
