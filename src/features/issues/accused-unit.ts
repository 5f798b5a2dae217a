import { type Reply, type Said, type Speaking, withCard } from "../../chat/conversation.ts";
import { accusedUnits, isReadBy } from "../../domain/issue/accused.ts";
import { isCoordinator } from "../../domain/issue/issue.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { type Dossier, possibleMoves } from "../../issues/move.ts";
import { issueTitle } from "../../messages/issue-card.ts";
import type { Reader } from "../../messages/reader.ts";
import { ASK_ALONE, keptFromWarning } from "../../messages/zh-cn/avoid.ts";
import { YES_OR_NO } from "../../messages/zh-cn/conversation.ts";
import { accusedWarning } from "../../messages/zh-cn/raise.ts";
import { unitsKeptFrom } from "../../store/kept-from.ts";
import type { ReadInput } from "./move-input.ts";

/** What was confided about a unit goes to it only after that was shown. */

interface Handing {
  readonly action: Doable;
  readonly read: ReadInput;
  readonly said: Said;
}

const HANDS: ReadonlySet<Doable> = new Set(["dispatch", "assist"]);

/**
 * The same, shown first: a confidential issue is to be given to a unit that it speaks against, or that is not to know of it; or any
 * to one from which its company wishes to keep it, which the coordinator alone learns.
 */
export async function warningOf(
  { ctx, actor, reader }: Speaking,
  dossier: Dossier,
  { action, read, said }: Handing,
): Promise<Reply | null> {
  const { issue } = dossier;
  const { park } = ctx;
  const unit = "problem" in read ? undefined : read.input.department;
  if (unit === undefined || !HANDS.has(action)) return null;
  if (!possibleMoves(ctx, dossier, actor).includes(action)) return null;
  const kept = isCoordinator(actor) ? await unitsKeptFrom(ctx.db, issue.id) : [];
  const accused = [...(issue.confidential ? accusedUnits(issue.text, park.directory) : []), ...kept];
  if (!isReadBy(unit, accused, park.directory)) return null;
  const tracker = park.directory.department(unit)?.trackedBy;
  const against = accused.includes(unit) ? unit : (tracker ?? unit);
  const readBy = [tracker ?? [], unit].flat();
  const title = issueTitle(reader.issue(issue));
  const card = {
    blocks: [
      { kind: "title" as const, text: accusedWarning.title(reader.department(unit), title) },
      { kind: "text" as const, text: whyAsked(reader, { against, readBy }, kept) },
      { kind: "choices" as const, words: YES_OR_NO },
    ],
  };
  const doing = { command: action, word: said.word, number: issue.id, rest: said.rest, sure: true as const };
  return {
    ...withCard(card, issue.id),
    asks: { ask: "offer", doings: [said.unit === undefined ? doing : { ...doing, unit: said.unit }] },
  };
}

/** What its company wishes is told to the coordinator alone: where others read it, it is said that there is something, and not what. */
function whyAsked(reader: Reader, { against, readBy }: Read, kept: readonly string[]): string {
  const [unit, readers] = [reader.department(against), readBy.map((one) => reader.department(one))];
  if (!kept.includes(against)) return accusedWarning.why(unit, readers);
  return reader.audience.kind === "coordinator" ? keptFromWarning(unit, readers) : ASK_ALONE;
}

/** Whom it speaks against, and who reads it all the same: the department that keeps track of the unit does as well. */
interface Read {
  readonly against: string;
  readonly readBy: readonly string[];
}
