import type { Bar, Delivery } from "./platform.ts";
import { LATER_IN_WORDS } from "./zh-cn-answer.ts";

/** What an answer of a platform means for a message: the part that WeCom and DingTalk have in common. */

/** What became of a request. A reason is fit for a log: it holds a host and a code, never an address, a header or a text. */
export type HttpAnswer =
  /** `body` is `{}` when the answer is no JSON object. */
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: Readonly<Record<string, unknown>>;
      readonly retryAfterMs?: number;
    }
  /** Certainly not received: no connection was made, or none was tried because the host keeps timing out. */
  | { readonly kind: "unsent"; readonly reason: string; readonly retryAfterMs?: number }
  /** The request went out and no whole answer came: it may have been received. */
  | { readonly kind: "unknown"; readonly reason: string };

type Body = Readonly<Record<string, unknown>>;

/**
 * What a result code says. `unsure`: nobody knows this code, so it is tried for some minutes. A bar: the robot itself may
 * not send now, whatever the message is.
 */
export type Verdict = "later" | "unsure" | "gave-up" | Bar;

/** DingTalk's older API wraps the code of what it asked itself (cryozerolabs/n8n-nodes-dingtalk#12). */
const WRAPPED = "88";

/**
 * The platform's own result code: `errcode` (WeCom, DingTalk's older API) or `code` (DingTalk), taken out of its wrapping.
 * "0" means success.
 */
export function codeOf(body: Body): string | undefined {
  const code = readCode(body["errcode"]) ?? readCode(body["code"]);
  if (code !== WRAPPED) return code;
  const inside = /\[sub_?code=([\w.-]+)/i.exec(saidIn(body))?.[1];
  return readCode(body["sub_code"]) ?? readCode(body["subcode"]) ?? readCode(inside) ?? code;
}

/**
 * An answer of an API whose result is in `errcode` alone (WeCom, DingTalk's older API). Without a number there some other
 * program answered, and nothing that it says counts.
 */
export function byErrcode(answer: HttpAnswer): HttpAnswer {
  if (answer.kind !== "answer" || /^-?\d+$/.test(readCode(answer.body["errcode"]) ?? "")) return answer;
  return { ...answer, body: {} };
}

/** The code as it may stand in a log: something between may write anything there. */
export function codeForLog(body: Body): string | undefined {
  const code = codeOf(body);
  return code === undefined ? undefined : harmless(code);
}

function readCode(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const code = value.trim();
  return /^-?\d+$/.test(code) ? String(Number(code)) : code;
}

/** What the platform says in words beside the code. */
function saidIn(body: Body): string {
  const said = [body["errmsg"], body["message"], body["msg"]].find((one) => typeof one === "string");
  return typeof said === "string" ? said : "";
}

const OWN_FAILURE =
  /busy|time(d)?out|throttl|too(fast|many|frequent)|unavailable|retry|(system|server|service|internal|unknown|gateway)(error|exception|fault|failure)/;

/**
 * Whether a code that is in no list, or the words beside it, say «later»: negative codes and the block 5xxxxx are the
 * platform's own failures (jeessy2/ddns-go#1048: 500100), and so are system errors however they are spelled.
 */
export function saysLater(code: string, said: string): boolean {
  if (/^(-\d+|5\d{5})$/.test(code)) return true;
  return OWN_FAILURE.test(code.toLowerCase().replace(/[^a-z]/g, "")) || LATER_IN_WORDS.test(said);
}

/**
 * What an answer means for the message. It is the platform's only when the body says so: a page of something between (a
 * proxy, a gateway, a login) is temporary whatever its status, except 413, which the same message would meet again.
 * `sort` decides about the platform's own codes. `key` reads the platform's id of the message from a good answer.
 */
export function deliveryOf(
  answer: HttpAnswer,
  sort: (code: string, said: string) => Verdict,
  key?: (body: Body) => string | undefined,
): Delivery {
  if (answer.kind === "unknown") return { state: "unknown", reason: answer.reason };
  const afterMs = answer.retryAfterMs === undefined ? {} : { afterMs: answer.retryAfterMs };
  if (answer.kind === "unsent") return { state: "later", reason: answer.reason, ...afterMs };
  const { status, body } = answer;
  const told = codeOf(body);
  // Gateways repeat the HTTP status in a field of that name.
  const code = told === String(status) ? undefined : told;
  const reason = reasonOf(status, code, body);
  const verdict = code === undefined || code === "0" ? null : sort(code, saidIn(body));
  if (isBar(verdict)) return { state: "barred", reason, bar: verdict, code: code ?? "", ...afterMs };
  if (status === 408 || status === 429 || status >= 500) return { state: "later", reason, ...afterMs };
  if (status >= 300 && status < 400)
    return { state: "later", reason: `${reason}: a redirect, not followed`, ...afterMs };
  if (verdict === "later") return { state: "later", reason, ...afterMs };
  if (verdict !== null) return { state: verdict, reason };
  if (status === 413) return { state: "gave-up", reason };
  if (status >= 400 || Object.keys(body).length === 0) {
    return { state: "later", reason: `${reason}: the answer is not the platform's`, ...afterMs };
  }
  const messageKey = key?.(body);
  return messageKey === undefined ? { state: "sent" } : { state: "sent", key: messageKey };
}

function isBar(verdict: Verdict | null): verdict is Bar {
  return verdict === "allow-list" || verdict === "quota" || verdict === "setting";
}

function reasonOf(status: number, code: string | undefined, body: Body): string {
  const words = harmless(saidIn(body));
  if (code === undefined) return `HTTP ${status}${words === "" ? "" : ` ${words}`}`;
  return `${status === 200 ? "" : `HTTP ${status} `}errcode ${harmless(code)}${words === "" ? "" : ` ${words}`}`;
}

/** Of a longer text nothing is looked at: the replacements below take the square of its length. */
const LONGEST_SAID = 400;

/** Shortened, on one line, without addresses, anything long enough to be a key, and any telephone number. */
function harmless(text: string): string {
  return text
    .slice(0, LONGEST_SAID)
    .normalize("NFKC")
    .slice(0, LONGEST_SAID)
    .replace(/\b(?:https?|wss?):\/\/\S*/gi, "…")
    .replace(/\b(key|token|secret|sign|access_token)\s*[=:]\s*\S+/gi, "$1=…")
    .replace(/[A-Za-z0-9+/=_-]*\d[A-Za-z0-9+/=_-]*/g, (word) => (word.length > 12 ? "…" : word))
    .replace(/[A-Za-z0-9+/=_-]{25,}/g, "…")
    .replace(/\d(?:[\s()_+-]*\d){6,}/g, "…")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
}
