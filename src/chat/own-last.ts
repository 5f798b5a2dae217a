import { isOfficial, isStaff } from "../domain/issue/issue.ts";
import { ACTIONS, isDoable } from "../domain/issue/lifecycle.ts";
import { plainOf } from "../domain/plain.ts";
import { commandOf } from "../messages/zh-cn/commands.ts";
import { hasGone, staysNoted } from "../messages/zh-cn/sent-wrong.ts";
import { lastMovedBy, type OwnMove } from "../store/own-moves.ts";
import { type Conversation, type Reply, sentence } from "./conversation.ts";
import { findDossier } from "./find.ts";
import { SOON_MS } from "./own-before.ts";
import { ofDenied } from "./own-denied.ts";
import type { OfLast } from "./told-of-last.ts";
import { numbersAhead } from "./understand/content.ts";
import { sentAnew } from "./understand/edits.ts";
import { deed } from "./understand/make.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import { withPiece } from "./understand/piece.ts";
import { textInPlace } from "./understand/preface.ts";
import { issueIn, mayMove } from "./understand/sight.ts";
import type { Situation } from "./understand/situation.ts";
import { dayMended } from "./understand/zh-cn-mended-day.ts";
import { pieceMeant, saidAnew, withoutAnew } from "./understand/zh-cn-piece.ts";
import { IS_NOT_DONE, sentWrongIn } from "./understand/zh-cn-sent-wrong.ts";

/** 不对，是17号; 发错了; 等下，还没冲完: what an official says soon after a move of his is said of that one. Only of these words the database is asked. */

/** These the company has got. */
const TOLD: ReadonlySet<string> = new Set(["answer", "correct", "progress", "ask"]);
/** These wait for a decision. */
const ASKED: ReadonlySet<string> = new Set(["extend", "hold", "return"]);
const MOVES = [
  "answer",
  "correct",
  "progress",
  "ask",
  "measure",
  "note",
  "contact",
  "feedback",
  "extend",
  "hold",
  "return",
];

export async function ofLast(conversation: Conversation, understood: Understood): Promise<OfLast> {
  if (!isStaff(conversation.actor)) return ofDenied(conversation, understood);
  const kind = isOfficial(conversation.actor) ? mendedBy(conversation, understood) : null;
  const last = kind === null ? null : await lastOf(conversation);
  if (kind === null || last === null) return { ...understood, told: null };
  const step = stepFor(conversation, understood, { kind, last });
  if (step === null) return { ...understood, told: null };
  const isSaid = kind !== "day" && kind !== "whole";
  return { steps: [step], why: [...understood.why, "of-last"], told: isSaid ? await wentTo(conversation, last) : null };
}

type Mended = "number" | "wrong" | "undone" | "day" | "piece" | "whole";

/** How the words mend what was said last; null: they do not. */
function mendedBy({ ctx, text, situation }: Conversation, { steps, why }: Understood): Mended | null {
  const [step, ...more] = steps;
  if (situation.quote !== null) return null;
  const isText = why.includes("in-place") && numbersAhead(textInPlace(text), situation).length === 0;
  if (isText || why.includes("nothing-to-edit")) return "whole";
  if (step === undefined || more.length > 0) return null;
  if (why[0] === "other-number") return "number";
  const isLost =
    step.kind === "unknown" || (why[0] === "was-wrong" && "doing" in step && step.doing.command === "human");
  if (isLost && pieceMeant(plainOf(text)) !== null) return "piece";
  if (why[0] === "was-wrong" && "doing" in step && step.doing.command === "human") return "wrong";
  if (step.kind === "unknown") return IS_NOT_DONE.test(plainOf(text)) ? "undone" : null;
  const isOfDay = step.kind === "which" && (step.doing.command === "measure" || step.doing.command === "extend");
  return isOfDay && dayMended(text, ctx.now, ctx.park.calendar) !== null ? "day" : null;
}

function lastOf({ ctx, sender, chat, situation }: Conversation): Promise<OwnMove | null> {
  const among = situation.issues.filter(({ parties }) => parties.includes("lead")).map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  return lastMovedBy(ctx.db, { ...sender, inGroup: chat !== null }, { among, actions: MOVES, since });
}

/** What is done, or asked for, in place of it. Null: what was understood stands. */
function stepFor(
  { ctx, situation, text }: Conversation,
  { steps }: Understood,
  { kind, last }: { readonly kind: Mended; readonly last: OwnMove },
): Step | null {
  const doing = (command: string, number: number, rest: string) => deed(command, situation, number, rest);
  if (kind === "number") {
    const [step] = steps;
    const number = step !== undefined && "doing" in step ? step.doing.number : null;
    const issue = number === null ? undefined : issueIn(situation, number);
    if (issue === undefined || issue.number === last.id) return null;
    if (ASKED.has(last.action)) return { kind: "tell", told: "request-stands" };
    const command = commandSaid(last);
    const isLeft = last.said === null || last.said === "" || !mayMove(command, issue);
    return isLeft ? { kind: "silence" } : { kind: "offer", doing: doing(command, issue.number, last.said ?? "") };
  }
  const isMeasured =
    kind !== "day" && last.action === "measure" && dayMended(text, ctx.now, ctx.park.calendar) !== null;
  if (kind === "day" || isMeasured) {
    if (last.action === "measure") return { kind: "do", doing: doing("measure", last.id, text.trim()) };
    return ASKED.has(last.action) ? { kind: "tell", told: "request-stands" } : null;
  }
  if (kind === "whole") return wholeAnew(last, text, situation);
  if (kind === "piece") {
    const anew = withPieceAnew(last, text, situation);
    if (anew !== null) return { kind: "offer", doing: doing(anew.command, last.id, anew.rest) };
  }
  const instead = isAnswer(last) ? sentWrongIn(text)?.instead : null;
  if (instead != null) return { kind: "offer", doing: doing("correct", last.id, instead) };
  if (isAnswer(last)) return { kind: "need", doing: doing("correct", last.id, ""), what: "text" };
  return kind === "wrong" ? { kind: "silence" } : null;
}

/** 改成：…, or 三点改成八点，其他不变: what was said last, with this text, or this piece, in the place of its own. Null: it cannot be said anew. */
function wholeAnew(last: OwnMove, text: string, situation: Situation): Step | null {
  const issue = issueIn(situation, last.id);
  const command = isAnswer(last) ? "correct" : commandSaid(last);
  if (issue === undefined || !REPEATED.has(command) || !mayMove(command, issue)) return null;
  const before = withoutAnew(last.said ?? "");
  const instead = textInPlace(text);
  const rest = instead === "" ? sentAnew(before, text) : instead;
  if (rest === null) return null;
  return { kind: "offer", doing: deed(command, situation, last.id, command === "progress" ? saidAnew(rest) : rest) };
}

/** 啊不对，签了15个: the text that was sent, with this piece in the place of its own; of a 进展 that has no such piece, the piece alone. */
function withPieceAnew(last: OwnMove, text: string, situation: Situation) {
  const issue = issueIn(situation, last.id);
  const meant = pieceMeant(plainOf(text));
  const command = isAnswer(last) ? "correct" : commandSaid(last);
  if (meant === null || issue === undefined || !REPEATED.has(command) || !mayMove(command, issue)) return null;
  const whole = withPiece(last.said ?? "", meant, situation);
  if (command !== "progress") return whole === null ? null : { command, rest: whole };
  return { command, rest: saidAnew(withoutAnew(whole ?? meant)) };
}

const REPEATED: ReadonlySet<string> = new Set(["correct", "progress", "measure", "note"]);

function isAnswer({ action }: OwnMove): boolean {
  return action === "answer" || action === "correct";
}

/** The same of another issue, which nobody has answered yet. */
function commandSaid(last: OwnMove): string {
  const action = ACTIONS.filter(isDoable).find((one) => one === last.action);
  return action === undefined || isAnswer(last) ? "answer" : commandOf(action);
}

/** To whom it has gone, and how it is put right there. */
async function wentTo(conversation: Conversation, last: OwnMove): Promise<Reply | null> {
  const { id, action } = last;
  if (ASKED.has(action)) return null;
  if (!TOLD.has(action)) return sentence(staysNoted(id), id);
  const dossier = await findDossier(conversation, id);
  const company = dossier === null ? null : conversation.reader.issue(dossier.issue).company;
  return sentence(hasGone(id, company, isAnswer(last)), id);
}
