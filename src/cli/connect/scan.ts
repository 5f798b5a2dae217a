import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { addressProblem, isLoopbackHost } from "../../platforms/address.ts";
import { codeForLog, type HttpAnswer } from "../../platforms/answer.ts";
import type { HttpClient } from "../../platforms/http-client.ts";

/**
 * Makes a WeCom bot by one scan. No page of WeCom's documents tells of it; it is what the platform's own command-line
 * program does (WecomTeam/wecom-cli, src/auth/qrcode.rs), so whatever is not as there ends in a reason and not in an error.
 */

export type Scanned =
  | { readonly kind: "bot"; readonly botId: string; readonly secret: string }
  | { readonly kind: "unreached" | "refused"; readonly reason: string }
  /** An answer of another form. */
  | { readonly kind: "unknown" }
  /** Nobody scanned it in time. */
  | { readonly kind: "late" };

export interface ScanOptions {
  readonly http: HttpClient;
  /** The host that makes bots. */
  readonly base: string;
  /** Shows the address that is to be scanned. */
  readonly show: (url: string) => Promise<void>;
  /** Gives up when it is aborted. */
  readonly signal: AbortSignal;
  /** Asks so often, for so long, in milliseconds. */
  readonly everyMs: number;
  readonly forMs: number;
}

/** The platform's own program tells it who asks (`source`) and from what system (`plat`). */
const SOURCE = "chaxu";
const PLATS: Readonly<Record<string, string>> = { darwin: "1", win32: "2", linux: "3" };

/** So many asks in a row may fail: a telephone is slower than a hiccup of the network. */
const MOST_FAILURES = 5;

const code = z.object({ scode: z.string().min(1), auth_url: z.string().min(1) });
/** While it waits the platform may leave anything out. */
const result = z.looseObject({ status: z.string().nullish(), bot_info: z.unknown().optional() });
const bot = z.object({ botid: z.string().min(1), secret: z.string().min(1) });

/** Never throws for what the other side does. Rejects when it is aborted. */
export async function scanForBot(options: ScanOptions): Promise<Scanned> {
  const { http, base, show, signal } = options;
  const plat = PLATS[process.platform] ?? "0";
  const answer = await http.getJson({ url: `${base}/ai/qc/generate`, query: { source: SOURCE, plat } });
  const trouble = troubleOf(answer);
  if (trouble !== null) return trouble;
  const made = code.safeParse(dataOf(answer));
  if (!made.success) return { kind: "unknown" };
  const { scode, auth_url: url } = made.data;
  // It is shown to be opened by an administrator: nothing but a public https address.
  if (addressProblem(url, isLoopbackHost(new URL(base).hostname)) !== null) return { kind: "unknown" };
  signal.throwIfAborted();
  await show(url);
  return waitForBot(options, scode);
}

async function waitForBot({ http, base, signal, everyMs, forMs }: ScanOptions, scode: string): Promise<Scanned> {
  const began = performance.now();
  for (let failures = 0; performance.now() - began < forMs; ) {
    const answer = await http.getJson({ url: `${base}/ai/qc/query_result`, query: { scode } });
    const read = troubleOf(answer) ?? readResult(answer);
    if (read === "wait") failures = 0;
    else if (isFinal(read) || ++failures >= MOST_FAILURES) return read;
    await pause(everyMs, undefined, { signal });
  }
  return { kind: "late" };
}

/** The bot, and that there will be none; anything else may be a hiccup. */
function isFinal(scanned: Scanned): boolean {
  return scanned.kind === "bot" || (scanned.kind === "refused" && scanned.reason.startsWith(STATUS));
}

const STATUS = "status ";

function readResult(answer: HttpAnswer): Scanned | "wait" {
  const read = result.safeParse(dataOf(answer));
  if (!read.success || (read.data.status ?? undefined) === undefined) return { kind: "unknown" };
  const status = read.data.status ?? "";
  const made = bot.safeParse(read.data.bot_info);
  if (status === "success") {
    return made.success ? { kind: "bot", botId: made.data.botid, secret: made.data.secret } : { kind: "unknown" };
  }
  const isOver = /expire|cancel|refuse|reject|deny|denied|fail/i.test(status);
  return isOver ? { kind: "refused", reason: STATUS + word(status) } : "wait";
}

/** What keeps an answer from being one of the platform's. */
function troubleOf(answer: HttpAnswer): Extract<Scanned, { reason: string }> | null {
  if (answer.kind !== "answer") return { kind: "unreached", reason: answer.reason };
  const { status, body } = answer;
  const told = codeForLog(body);
  if (told !== undefined && told !== "0") return { kind: "refused", reason: `errcode ${told}` };
  if (status >= 400 && status < 500) return { kind: "refused", reason: `HTTP ${status}` };
  return status >= 300 ? { kind: "unreached", reason: `HTTP ${status}` } : null;
}

/** What it says stands in `data`. */
function dataOf(answer: HttpAnswer): unknown {
  if (answer.kind !== "answer") return undefined;
  const { data } = answer.body;
  return typeof data === "object" && data !== null ? data : answer.body;
}

function word(status: string): string {
  return status.replace(/[^A-Za-z_-]/g, "").slice(0, 30);
}
