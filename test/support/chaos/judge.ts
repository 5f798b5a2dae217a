import { disorderIn, repeatsIn } from "./judge-shown.ts";
import type { LedgerNotice, Records, Said, Trouble } from "./records.ts";

/** What is wrong, by its kind, each in a line; a kind of which there is nothing is not there. */
export type Faults = Readonly<Partial<Record<FaultKind, readonly string[]>>>;

export type FaultKind =
  | "lost"
  | "doubled"
  | "untold"
  | "out of order"
  | "over the limit"
  | "digest twice"
  | "shown twice"
  | "died"
  | "number left out"
  | "audit";

/** In milliseconds, sorted. */
export type Times = readonly number[];

export interface Verdict {
  readonly faults: Faults;
  readonly sent: number;
  readonly acknowledged: number;
  readonly kept: number;
  readonly lost: number;
  /** Of what should be an issue by itself: so many the bot asked about first. */
  readonly asked: number;
  /** Shown more often than once, as may be when an answer was cut off. */
  readonly repeated: number;
  /** Receipts that took too long though nothing was wrong. */
  readonly late: readonly string[];
  /** From what was said to its receipt, and from there to the word to the unit. */
  readonly receipts: { readonly calm: Times; readonly troubled: Times };
  readonly words: { readonly calm: Times; readonly troubled: Times };
  /** The most that one robot was called in any minute. */
  readonly mostInMinute: number;
  /** Robots that were called too often while a clock was wrong: the program could not know what time it was. */
  readonly excused: number;
}

/** Both platforms allow a group's robot so many a minute. */
const PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const LATE_MS = 10_000;
/** What is shown of a chat beside what was lost there. */
const SEEN_MS = 20_000;
const SEEN_LETTERS = 80;
const NOT_ASKED = "现在没有等您回复的问题";
/** What a fault brings with it: a lease that ends, a first pause. */
const AFTER_MS = 15_000;

export function judge(records: Records): Verdict {
  const { said, inbound, calls, troubles, issues } = records;
  const kept = new Map(inbound.map(({ messageId, done }) => [messageId, done]));
  const repeats = repeatsIn(records);
  const limits = limitsIn(calls, troubles);
  const { receipts, words, late } = timesIn(records);
  const lost = said.flatMap((one) => (one.acknowledged ? lossOf(one, records, kept) : []));
  const all: Record<FaultKind, readonly string[]> = {
    lost,
    doubled: doublesIn(records),
    untold: untoldIn(records),
    "out of order": disorderIn(records),
    "over the limit": limits.over,
    "digest twice": [...digestsTwice(records), ...repeats.digests],
    "shown twice": repeats.unexplained,
    died: records.ends
      .filter(({ told, wasReady }) => !told && wasReady)
      .map((one) => `${one.replica} ${one.how}\n${one.words}`),
    "number left out": numbersLeftOut(issues),
    audit: records.auditFault === null ? [] : [records.auditFault],
  };
  return {
    faults: Object.fromEntries(Object.entries(all).filter(([, lines]) => lines.length > 0)),
    sent: said.length,
    acknowledged: said.filter(({ acknowledged }) => acknowledged).length,
    kept: said.filter(({ id }) => kept.has(id)).length,
    lost: lost.length,
    asked: said.filter((one) => one.acknowledged && isAskedBack(one, records) && !isIssue(one, issues)).length,
    repeated: repeats.explained,
    late,
    receipts,
    words,
    mostInMinute: limits.most,
    excused: limits.excused,
  };
}

/** What became of an acknowledged message that is not what should have. */
function lossOf(one: Said, records: Records, kept: ReadonlyMap<string, boolean>): readonly string[] {
  const { events, issues, shown } = records;
  const { id, expected, chatId } = one;
  const done = kept.get(id);
  const line = (what: string) => {
    const behind = shown.filter(({ chatId: chat, at }) => chat === chatId && at >= one.from && at < one.from + SEEN_MS);
    const seen = behind.map(({ text, at }) => `${at - one.from} ms: ${text.slice(0, SEEN_LETTERS)}`);
    return [[`${id} in ${chatId}, ${JSON.stringify(expected)}: ${what}`, ...seen].join("\n  ")];
  };
  if (done === undefined) return line("was acknowledged and not kept");
  if (!done) return line("was kept and never worked on");
  if (expected.kind === "move") {
    const { action, issueId } = expected;
    return events.some((event) => event.issueId === issueId && event.action === action)
      ? []
      : line("nothing came of it");
  }
  if (expected.kind !== "raise" && expected.kind !== "confirm") return [];
  return isIssue(one, issues) || isAskedBack(one, records) ? [] : line("no issue came of it");
}

function isIssue({ expected }: Said, issues: Records["issues"]): boolean {
  return "place" in expected && issues.some(({ text }) => text.includes(expected.place));
}

/**
 * What it says stands in a question to who said it: something else was open between them, as when messages overtake each other. A «yes»
 * that a wrong clock finds too late is answered with the word that nothing is asked.
 */
function isAskedBack({ expected, chatId, from, to }: Said, { shown, troubles }: Records): boolean {
  const behind = shown.filter((one) => one.chatId === chatId && one.at > from);
  if (expected.kind === "raise") return behind.some(({ text }) => text.includes(expected.place));
  const wrong = troubles.filter(
    (one) => one.group === "clock" && one.from - MINUTE_MS < to && one.to + MINUTE_MS > from,
  );
  return expected.kind === "confirm" && wrong.length > 0 && behind.some(({ text }) => text.includes(NOT_ASKED));
}

/** Issues and moves that are there more often than they were said. */
function doublesIn({ said, issues, events }: Records): readonly string[] {
  const places = new Set(said.flatMap(({ expected }) => ("place" in expected ? [expected.place] : [])));
  const issuesTwice = [...places].flatMap((place) => {
    const found = issues.filter(({ text }) => text.includes(place));
    return found.length > 1 ? [`${place}: issues ${found.map(({ id }) => id).join(", ")}`] : [];
  });
  const once = new Set(["submit", "sign", "answer", "solved"]);
  const made = countBy(events.flatMap(({ issueId, action }) => (once.has(action) ? [`${action} of #${issueId}`] : [])));
  // Two matters that were shown together are raised by one yes, each once.
  const textOf = new Map(issues.map(({ id, text }) => [id, text]));
  const matterOf = (issueId: number) => [...places].find((place) => textOf.get(issueId)?.includes(place)) ?? "";
  const ofMessage = countBy(
    events.flatMap(({ issueId, messageId, action }) => {
      if (messageId === null) return [];
      return [[action, ...(action === "submit" ? [matterOf(issueId)] : []), "by", messageId].filter(Boolean).join(" ")];
    }),
  );
  return [
    ...issuesTwice,
    ...[...made, ...ofMessage].flatMap(([what, count]) => (count > 1 ? [`${what}: ${count} times`] : [])),
  ];
}

/** A filing that was undone, whatever ended it, leaves its number to the next one. */
function numbersLeftOut(issues: Records["issues"]): readonly string[] {
  const there = new Set(issues.map(({ id }) => id));
  return Array.from(there, (_, index) => index + 1).flatMap((id) => (there.has(id) ? [] : [`there is no #${id}`]));
}

/** The word to the unit; of an issue that may be of two units' business, to the coordinator, who gives it to one. */
const ANNOUNCED = /(?:新诉求|待派单) #(\d+)/gu;

/** Issues of which nobody who works on them was told, and messages that were given up. */
function untoldIn({ events, shown, notices, lastDrained }: Records): readonly string[] {
  // Where a month's quota runs short, one message holds several.
  const heard = new Set(shown.flatMap(({ text }) => [...text.matchAll(ANNOUNCED)].map(([, id]) => Number(id))));
  const raised = events.filter(({ action }) => action === "submit").map(({ issueId }) => issueId);
  // Whom nothing reaches directly the coordinator is told of.
  const dead = notices.filter(({ state, target, ...one }) =>
    state === "dead" ? target.includes('"chat"') : state === "waiting" && !isOfTheEnd(one, lastDrained),
  );
  return [
    ...raised.filter((id) => !heard.has(id)).map((id) => `#${id} was never announced: ${noticesOf(id, notices)}`),
    ...dead.map(({ id, tells, target, state }) => `notice ${id} (${tells}) to ${target} is ${state}`),
  ];
}

/** What the end of the run itself brings about is told by the next life: that connections were lost. */
function isOfTheEnd({ id, tells }: Pick<LedgerNotice, "id" | "tells">, lastDrained: number): boolean {
  return lastDrained > 0 && id > lastDrained && (tells === "gap" || tells === "road");
}

function noticesOf(id: number, notices: Records["notices"]): string {
  const own = notices.filter(({ issueId }) => issueId === id);
  return own.map(({ tells, target, state }) => `${tells} to ${target} is ${state}`).join("; ");
}

function digestsTwice({ notices }: Records): readonly string[] {
  const slots = countBy(
    notices.flatMap(({ tells, target }) => (tells.startsWith("digest ") ? [`${tells} to ${target}`] : [])),
  );
  return [...slots].flatMap(([slot, count]) => (count > 1 ? [`${slot}: ${count} times in the ledger`] : []));
}

/** The platforms count by their own clock, in any minute. */
function limitsIn(calls: Records["calls"], troubles: readonly Trouble[]) {
  const wrong = troubles.filter(({ group }) => group === "clock");
  const over = new Set<string>();
  let [most, excused] = [0, 0];
  for (const robot of new Set(calls.map((one) => one.robot))) {
    const own = calls.filter((one) => one.robot === robot).sort((a, b) => a.at - b.at);
    for (const [index, last] of own.entries()) {
      const inMinute = own.slice(0, index + 1).filter(({ at }) => last.at - at < MINUTE_MS);
      most = Math.max(most, inMinute.length);
      if (inMinute.length <= PER_MINUTE) continue;
      const first = (inMinute[0] ?? last).realAt;
      if (wrong.some(({ from, to }) => from <= last.realAt && to + MINUTE_MS >= first)) excused += 1;
      else over.add(`${robot}: ${inMinute.length} in the minute before ${new Date(last.realAt).toISOString()}`);
    }
  }
  return { over: [...over], most, excused };
}

/** How long people and units waited, apart for calm and trouble, and who waited too long in a calm. */
function timesIn({ said, shown, issues, troubles }: Records) {
  const receipts = { calm: [] as number[], troubled: [] as number[] };
  const words = { calm: [] as number[], troubled: [] as number[] };
  const late: string[] = [];
  const note = (into: typeof receipts, from: number, to: number, what: string) => {
    const calm = troubles.every((one) => one.from > to || one.to + AFTER_MS < from);
    into[calm ? "calm" : "troubled"].push(to - from);
    if (calm && to - from > LATE_MS) late.push(`${what} after ${((to - from) / 1000).toFixed(1)} s`);
  };
  for (const { id, expected, from } of said) {
    if (expected.kind !== "raise" && expected.kind !== "confirm") continue;
    const issue = issues.find(({ text }) => text.includes(expected.place));
    const first = (words: string) => shown.find(({ text }) => text.includes(`${words} #${issue?.id ?? "none"} `))?.at;
    const [receipt, word] = [first("已收到"), first("新诉求")];
    if (receipt !== undefined) note(receipts, from, receipt, `the receipt of ${id}`);
    if (word !== undefined) note(words, from, word, `the word of ${id}`);
  }
  for (const one of [receipts.calm, receipts.troubled, words.calm, words.troubled]) one.sort((a, b) => a - b);
  return { receipts, words, late };
}

function countBy(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
