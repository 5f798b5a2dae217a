import type { Records, Trouble } from "./records.ts";
import type { Shown } from "./transcript.ts";

/** What was shown in the chats: what came twice, and what came in the wrong order. */

/** What is shown once by right, in a message of its own or in one that holds several: what it says, and of which issue. */
const ONCE = [
  { words: "receipt", pattern: /^#* ?已收到 #(\d+)/gmu },
  { words: "word to the unit", pattern: /^#* ?新诉求 #(\d+)/gmu },
  { words: "word of the signature", pattern: /#(\d+) .*已签收$/gmu },
  { words: "word of the answer", pattern: /#(\d+) .*已答复，请确认/gu },
] as const;
const DIGEST = /今日待办|周报|每日提示/u;

/** A process that was killed, or whose answer was cut off, may not have noted what it had sent just before. */
const BEFORE_MS = 4_000;
/** A request that was under way when the trouble ended may still fail by it: so long the program waits for an answer. */
const AFTER_MS = 12_000;
/** A first pause is five seconds: what comes sooner behind its turn was raised at the same time. */
const SAME_TIME_MS = 4_000;
/** A transaction that stands still with its process, or with the database, may end that much later than it began. */
const STOOD_MS = 25_000;

interface Showing {
  readonly what: string;
  readonly kind: number;
  readonly issueId: number;
  readonly chat: string;
  readonly at: number;
}

function showingsIn(shown: readonly Shown[]): readonly Showing[] {
  return shown.flatMap(({ platform, chatId, text, at }) =>
    ONCE.flatMap(({ words, pattern }, kind) =>
      [...text.matchAll(pattern)].map(([, id]) => {
        const [issueId, chat] = [Number(id), `${platform} ${chatId}`];
        return { what: `${words} of #${issueId} in ${chat}`, kind, issueId, chat, at };
      }),
    ),
  );
}

export interface Repeats {
  /** So many came again, and a fault was there when they came first: nobody could know that they had. */
  readonly explained: number;
  readonly unexplained: readonly string[];
  readonly digests: readonly string[];
}

export function repeatsIn({ shown, troubles, notices }: Pick<Records, "shown" | "troubles" | "notices">): Repeats {
  const first = new Map<string, number>();
  const unexplained: string[] = [];
  const digests: string[] = [];
  let explained = 0;
  const all = [
    ...showingsIn(shown).map((one) => ({ ...one, isDigest: false })),
    ...shown
      .filter(({ text }) => DIGEST.test(firstLine(text)))
      .map(({ platform, chatId, text, at }) => ({ what: `${platform} ${chatId} ${text}`, at, isDigest: true })),
  ];
  for (const { what, at, isDigest } of all.sort((a, b) => a.at - b.at)) {
    const before = first.get(what);
    if (before === undefined) first.set(what, at);
    else if (isTroubled(troubles, before)) explained += 1;
    else (isDigest ? digests : unexplained).push(`${what}: ${time(before)} and ${time(at)}`);
  }
  // Where nothing happened between two slots, their digests say the same.
  const slots = notices.filter(({ tells }) => tells.startsWith("digest ")).length;
  const isMore = all.filter(({ isDigest }) => isDigest).length > slots;
  return { explained, unexplained, digests: isMore ? digests : [] };
}

function isTroubled(troubles: readonly Trouble[], at: number): boolean {
  return troubles.some(({ from, to }) => from - BEFORE_MS <= at && at <= to + AFTER_MS);
}

/** In each chat what happened to an issue is told in its order, and new issues in that of the outbox. */
export function disorderIn({
  shown,
  notices,
  troubles,
}: Pick<Records, "shown" | "notices" | "troubles">): readonly string[] {
  const first = new Map<string, Showing>();
  for (const one of [...showingsIn(shown)].sort((a, b) => a.at - b.at))
    if (!first.has(one.what)) first.set(one.what, one);
  const firsts = [...first.values()];
  const wrong: string[] = [];
  for (const [index, later] of firsts.entries()) {
    const stages = firsts.slice(0, index).filter((one) => one.chat === later.chat && one.issueId === later.issueId);
    // A receipt answers a message, and waits for no announcement.
    const passed = stages.find((one) => later.kind > 0 && one.kind > later.kind);
    if (passed !== undefined) wrong.push(`${later.what} came behind the ${passed.what}`);
  }
  const places = new Map(notices.filter(({ tells }) => tells.endsWith(" submit")).map((one) => [one.issueId, one.id]));
  const words = firsts.filter(({ kind }) => kind === 1);
  for (const [index, later] of words.entries()) {
    const passing = words.slice(0, index).find((one) => {
      if (one.chat !== later.chat || later.at - one.at <= SAME_TIME_MS) return false;
      return (
        (places.get(one.issueId) ?? 0) > (places.get(later.issueId) ?? 0) && !mayHaveStood(troubles, one.at, later.at)
      );
    });
    if (passing !== undefined) wrong.push(`${later.what} came behind the ${passing.what}`);
  }
  return wrong;
}

function mayHaveStood(troubles: readonly Trouble[], from: number, to: number): boolean {
  const standing = troubles.filter(({ group }) => group === "process" || group === "database");
  return standing.some((one) => one.from <= to && one.to + STOOD_MS >= from);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function time(at: number): string {
  return new Date(at).toISOString().slice(11, 23);
}
