import {
  type Conversation,
  MAX_TEXT,
  type Reply,
  type Said,
  type Speaking,
  sentence,
  withCard,
} from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { standing } from "../../chat/help.ts";
import type { Question } from "../../chat/understand/outcome.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { type Input, isRefusal, type Refusal } from "../../domain/issue/decision.ts";
import {
  ACTIONS,
  type Action,
  type Doable,
  isDoable,
  moveOf,
  type Party,
  partiesOf,
} from "../../domain/issue/lifecycle.ts";
import { lastDayFrom } from "../../domain/park/instants.ts";
import { type Dossier, type Moved, move, possibleMoves, whyNot } from "../../issues/move.ts";
import { stepOf } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import type { MoveMade } from "../../messages/move-words.ts";
import type { Reader } from "../../messages/reader.ts";
import { type CommandName, commandOf, commandWord } from "../../messages/zh-cn/commands.ts";
import { MOVE_WORDS, titled } from "../../messages/zh-cn/moves.ts";
import { RATHER, REFUSALS, withRather } from "../../messages/zh-cn/refusals.ts";
import { suggestionsText } from "../../messages/zh-cn/terms.ts";
import { endShown, takenFor } from "../../store/answers-shown.ts";
import { warningOf } from "./accused-unit.ts";
import { draftSent, withDrafts } from "./drafts.ts";
import { type ReadInput, readInput } from "./move-input.ts";

/** A move of the table, said in chat. `actions`: those that this word makes. */
export async function runMove(conversation: Speaking, actions: readonly Doable[], said: Said): Promise<Reply> {
  const { word, id, rest, unit, noted } = said;
  const dossier = await findDossier(conversation, id, true);
  if (dossier === null) return notHere();
  const action = meant(conversation, actions, dossier);
  const refused = (refusal: Refusal) => refusalReply(conversation, dossier, action, refusal);
  if ([...rest].length > MAX_TEXT) return refused({ refused: "too-long" });
  const read = readInput({ ...conversation.ctx, ...dossier.issue }, action, { word, rest, unit, noted });
  if ("problem" in read) return sentence(read.problem, id);
  const warning = said.sure === true ? null : await warningOf(conversation, dossier, { action, read, said });
  if (warning !== null) return warning;
  const { ctx, actor, source } = conversation;
  const taken = action === "answer" ? await takenFor(ctx.db, id) : null;
  const input =
    taken === null ? read.input : { ...read.input, draftOf: await draftSent(conversation, taken, read.input.text) };
  const moved = await move(ctx, dossier, { action, actor, input, source });
  if (isRefusal(moved)) return refused(moved);
  if (taken !== null) await endShown(ctx.db, id);
  const reply = doneReply(conversation, { before: dossier, moved, read });
  return action === "sign" ? withDrafts(conversation, { ...dossier, issue: moved.issue }, reply) : reply;
}

/** What is said to such a move before anybody is asked whether it is meant. Null: nothing stands against it. */
export async function refuseMove(
  conversation: Conversation,
  actions: readonly Doable[],
  said: Said,
): Promise<Reply | null> {
  const dossier = await findDossier(conversation, said.id);
  if (dossier === null) return notHere();
  const action = meant(conversation, actions, dossier);
  const refusal = whyNot(conversation.ctx, dossier, { actor: conversation.actor, action });
  if (refusal !== null) return refusalReply(conversation, dossier, action, refusal);
  const read = readInput({ ...conversation.ctx, ...dossier.issue }, action, said);
  return warningOf(conversation, dossier, { action, read, said });
}

/** The one that the issue's state lets be made; where none is, one that this person could make in another state. */
function meant({ actor }: Speaking, actions: readonly Doable[], { issue, involved }: Dossier): Doable {
  const parties = partiesOf(actor, issue, involved);
  const now = actions.find((action) => moveOf(action).from.includes(issue.state));
  const own = actions.find((action) => moveOf(action).who.some((party) => parties.includes(party)));
  const found = now ?? own ?? actions[0];
  if (found === undefined) throw new Error("a word without a move was said");
  return found;
}

/** A move that was made: the issue as it was before, and what was said. */
export interface Done {
  readonly before: Dossier;
  readonly moved: Moved;
  readonly read: Extract<ReadInput, { input: Input }>;
}

/** What was done, in a line, with the issue and what comes next. What else was done with it is said before it, and `behind` behind it. */
export function doneReply(
  { reader, actor }: Speaking,
  { before, moved, read }: Done,
  behind: readonly Block[] = [],
): Reply {
  const { issue, earlier } = moved;
  const wordsOf = (one: Moved) => {
    const { action } = one.facts;
    return isDoable(action) ? MOVE_WORDS[action].made(madeOf(reader, { before, moved: one, read })) : null;
  };
  const lines = wordsOf(moved);
  if (lines === null) throw new Error(`nobody says ${moved.facts.action}`);
  const { more } = lines;
  const parties = partiesOf(actor, issue, before.involved);
  const next = (lines.next ?? []).filter(({ command }) => maySay(parties, command));
  const done = [...earlier.map((one) => wordsOf(one)?.done), lines.done].join("，");
  const blocks: Block[] = [
    { kind: "title", text: titled(done, issueTitle(reader.issue(issue))) },
    ...(more === undefined ? [] : [{ kind: "text" as const, text: more }]),
    ...(next.length === 0 ? [] : [{ kind: "actions" as const, steps: next }]),
    ...behind,
  ];
  return {
    ...withCard({ blocks }, issue.id),
    ...(asksForMark(moved.facts.action) && { asks: markQuestion(issue.id) }),
  };
}

/** Who has said how it ended is asked for a mark, which a bare 5 answers. */
function asksForMark(action: Action): boolean {
  return action === "solved" || action === "accept";
}

function markQuestion(id: number): Question {
  return { ask: "need", what: "stars", doing: { command: "rate", word: commandWord("rate"), number: id, rest: "" } };
}

/** Whether these may say a word: anybody may ask, and a move is for those alone whom the table lets make it. */
function maySay(parties: readonly Party[], command: CommandName): boolean {
  const actions = ACTIONS.filter(isDoable).filter((action) => commandOf(action) === command);
  const whose = actions.flatMap((action) => moveOf(action).who);
  return actions.length === 0 || whose.some((party) => parties.includes(party));
}

/** What was done, as who reads the answer may see it. */
function madeOf(reader: Reader, { before, moved, read: { input, dayOff } }: Done): MoveMade {
  const { issue, effect, facts, numbers } = moved;
  const moment = (at: Date | null | undefined) => (at ? reader.dateTime(at) : null);
  const unit = namedUnit(input, moved);
  const freed = unit === undefined ? null : freedBefore(before, unit, reader);
  return {
    id: issue.id,
    due: moment(issue.due),
    unit: unit === undefined ? null : reader.department(unit),
    hasUnit: issue.department !== null,
    state: issue.state,
    byCompany: facts.byCompany === true,
    joined: issue.joined.length,
    other: facts.other ?? null,
    dayOff: dayOff === undefined ? null : { named: reader.day(dayOff.day), counted: reader.dateTime(dayOff.at) },
    returnedBy: freed === null ? null : reader.department(freed),
    measureDue: moment(issue.measureDue),
    namesDate: input.date !== undefined,
    until: moment(effect.request?.until),
    review: moment(issue.reviewAt),
    suggestions: suggestionsText(issue.suggestions.map((code) => reader.department(code))),
    request: before.requests.find((one) => one.state === "pending")?.kind ?? null,
    rating: input.rating ?? null,
    numbers,
    hidden: companyShown(issue, reader.audience) === "hidden",
  };
}

/**
 * The last unit that was freed of the issue before it had another one, where it is this unit or tracks it; null, too, where that is the
 * unit to which it wished it to go.
 */
function freedBefore({ issue, requests }: Dossier, unit: string, { park: { directory } }: Reader): string | null {
  const last = requests.findLast((one) => one.kind === "return");
  if (issue.state !== "submitted" || last?.state !== "approved" || last.department === unit) return null;
  const asker = directory.person(last.askedBy)?.department;
  const isConcerned = asker !== undefined && [unit, directory.department(unit)?.trackedBy].includes(asker);
  return isConcerned ? asker : null;
}

/** The unit that was named; with 同意 the one that a leader gave the issue to. */
function namedUnit({ department }: Input, { issue, facts }: Moved): string | undefined {
  if (facts.action !== "approve") return department;
  return facts.request === "return" && issue.state === "dispatched" ? (issue.department ?? undefined) : undefined;
}

/** A sentence has room for so many. */
const MOST_OFFERED = 4;

/** One sentence for a move that is not made: why, how the issue stands, who has it, and what else can be done now. */
export function refusalReply(conversation: Speaking, dossier: Dossier, action: Doable, refusal: Refusal): Reply {
  const { ctx, actor, reader } = conversation;
  const { issue } = dossier;
  const { id, handler, signedAt } = issue;
  const why = REFUSALS[refusal.refused]({
    action,
    id,
    lastDay: reader.wholeDate(lastDayFrom(ctx.now, ctx.park.org.park.timeZone)),
    most: MAX_TEXT,
    needs: refusal.refused === "needs" ? refusal.what : null,
    waits: issue.state === "waiting",
    signed: handler === null || signedAt === null ? null : { by: handler, at: reader.dateTime(signedAt) },
    ...namedBy(refusal, reader),
  });
  const others = possibleMoves(ctx, dossier, actor).filter((one) => one !== action);
  const nearest = IS_OVER.has(refusal.refused) ? others.find((one) => NEAREST[action]?.includes(one)) : undefined;
  const rather = nearest === undefined ? undefined : RATHER[action];
  const steps = [...(nearest === undefined ? [] : [nearest]), ...others.filter((one) => one !== nearest)];
  return standing(
    reader,
    issue,
    steps.slice(0, MOST_OFFERED).map((one) => stepOf(one, id)),
    rather === undefined ? why : withRather(why, rather),
  );
}

/** What a refusal names, in words. */
function namedBy(refusal: Refusal, reader: Reader) {
  const at = "at" in refusal ? refusal.at : null;
  return {
    at: at === null ? null : reader.dateTime(at),
    day: at === null ? null : reader.day(at),
    by: "by" in refusal ? refusal.by : null,
    other: "other" in refusal ? refusal.other : null,
    rating: "rating" in refusal ? refusal.rating : null,
    request: "kind" in refusal ? refusal.kind : null,
  };
}

/** What somebody most likely wants who says what cannot be done any more. */
const NEAREST: Partial<Readonly<Record<Doable, readonly Doable[]>>> = {
  unsolved: ["reopen"],
  supplement: ["reopen"],
  urge: ["reopen"],
  answer: ["correct"],
  // The company takes back what it raised; the coordinator voids it, with a reason of which the company is told.
  withdraw: ["restore", "void"],
  dispatch: ["return"],
  extend: ["hold"],
  return: ["extend"],
  feedback: ["progress"],
};

/** Refusals that no other wording of the same move gets round. */
const IS_OVER: ReadonlySet<Refusal["refused"]> = new Set([
  "not-yours",
  "wrong-state",
  "return-late",
  "return-twice",
  "return-final",
  "extend-late",
  "extend-never",
  "extend-overdue",
  "extend-often",
  "no-supervision",
]);
