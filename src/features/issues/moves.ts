import { type Conversation, MAX_TEXT, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { findDossier, notHere } from "../../chat/find.ts";
import { standing } from "../../chat/help.ts";
import type { Question } from "../../chat/understand/outcome.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import { type Input, isRefusal, type Refusal } from "../../domain/issue/decision.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { lastDayFrom } from "../../domain/park/instants.ts";
import { type Dossier, type Moved, move, possibleMoves } from "../../issues/move.ts";
import { stepOf } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import type { MoveMade } from "../../messages/move-words.ts";
import type { Reader } from "../../messages/reader.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { MOVE_WORDS, titled } from "../../messages/zh-cn/moves.ts";
import { REFUSALS } from "../../messages/zh-cn/refusals.ts";
import { suggestionsText } from "../../messages/zh-cn/terms.ts";
import { readInput } from "./move-input.ts";

/** A move of the table, said in chat. */
export async function runMove(
  conversation: Conversation,
  action: Doable,
  { word, id, rest, unit }: Said,
): Promise<Reply> {
  const dossier = await findDossier(conversation, id, true);
  if (dossier === null) return notHere();
  const refused = (refusal: Refusal) => refusalReply(conversation, dossier, action, refusal);
  if ([...rest].length > MAX_TEXT) return refused({ refused: "too-long" });
  const read = readInput({ ...conversation.ctx, ...dossier.issue }, action, { word, rest, unit });
  if ("problem" in read) return sentence(read.problem, id);
  const { ctx, actor, source, reader } = conversation;
  const { input } = read;
  const moved = await move(ctx, dossier, { action, actor, input, source });
  if (isRefusal(moved)) return refused(moved);
  return done(reader, action, madeOf(reader, dossier, input, moved), moved);
}

/** What was done, in a line, with the issue and what comes next. */
function done(reader: Reader, action: Doable, made: MoveMade, { issue }: Moved): Reply {
  const lines = MOVE_WORDS[action].made(made);
  const { more, next = [] } = lines;
  const blocks: Block[] = [
    { kind: "title", text: titled(lines.done, issueTitle(reader.issue(issue))) },
    ...(more === undefined ? [] : [{ kind: "text" as const, text: more }]),
    ...(next.length === 0 ? [] : [{ kind: "actions" as const, steps: next }]),
  ];
  return { ...withCard({ blocks }, issue.id), ...(asksForMark(action) && { asks: markQuestion(issue.id) }) };
}

/** Who has said how it ended is asked for a mark, which a bare 5 answers. */
function asksForMark(action: Doable): boolean {
  return action === "solved" || action === "accept";
}

function markQuestion(id: number): Question {
  return { ask: "need", what: "stars", doing: { command: "rate", word: commandWord("rate"), number: id, rest: "" } };
}

/** What was done, as who reads the answer may see it. */
function madeOf(reader: Reader, before: Dossier, input: Input, moved: Moved): MoveMade {
  const { issue, effect, numbers } = moved;
  const moment = (at: Date | null | undefined) => (at ? reader.dateTime(at) : null);
  const unit = namedUnit(input, moved);
  return {
    id: issue.id,
    due: moment(issue.due),
    unit: unit === undefined ? null : reader.department(unit),
    hasUnit: issue.department !== null,
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

/** The unit that was named; with 同意 the one that a leader gave the issue to. */
function namedUnit({ department }: Input, { issue, facts }: Moved): string | undefined {
  if (facts.action !== "approve") return department;
  return facts.request === "return" && issue.state === "dispatched" ? (issue.department ?? undefined) : undefined;
}

/** A sentence has room for so many. */
const MOST_OFFERED = 4;

/** One sentence for a move that is not made: why, how the issue stands, who has it, and what else can be done now. */
export function refusalReply(conversation: Conversation, dossier: Dossier, action: Doable, refusal: Refusal): Reply {
  const { ctx, actor, reader } = conversation;
  const { issue } = dossier;
  const { id, handler, signedAt } = issue;
  const why = REFUSALS[refusal.refused]({
    action,
    id,
    lastDay: reader.wholeDate(lastDayFrom(ctx.now, ctx.park.org.park.timeZone)),
    most: MAX_TEXT,
    needs: refusal.refused === "needs" ? refusal.what : null,
    signed: handler === null || signedAt === null ? null : { by: handler, at: reader.dateTime(signedAt) },
  });
  const others = possibleMoves(ctx, dossier, actor).filter((one) => one !== action);
  const steps = others.slice(0, MOST_OFFERED).map((one) => stepOf(one, id));
  return standing(reader, issue, steps, why);
}
