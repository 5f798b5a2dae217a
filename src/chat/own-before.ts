import { isOfficial, isStaff } from "../domain/issue/issue.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { goesOnAbout, mayGoOn } from "./understand/continues.ts";
import { warnedOf } from "./understand/danger-told.ts";
import type { Understood } from "./understand/outcome.ts";
import { issueIn, mayMove } from "./understand/sight.ts";
import type { InSight } from "./understand/situation.ts";
import { wishesIn } from "./wishes.ts";

/** What somebody says or sends soon after his issue, in the same chat: it is offered as an addition to it. */

/** So soon. */
export const SOON_MS = 30 * 60_000;
/** By these a company goes on with its issue, and an official with one that he has in hand. */
export const COMPANYS = ["submit", "supplement", "unsolved", "reopen", "restore"] as const;
const OFFICIALS = ["sign", "contact", "measure", "progress", "note", "answer"] as const;

export interface OwnBefore {
  readonly issue: InSight;
  /** As it was written. */
  readonly text: string;
  /** What adds to it. */
  readonly command: "supplement" | "note";
}

/** The issue that this person has just filed, added to or worked on here, where it may be added to. */
export async function ownBefore({ ctx, actor, sender, chat, situation }: Conversation): Promise<OwnBefore | null> {
  if (isStaff(actor) && !isOfficial(actor)) return null;
  const [command, actions] = isStaff(actor) ? (["note", OFFICIALS] as const) : (["supplement", COMPANYS] as const);
  const able = situation.issues.filter((one) => mayMove(command, one));
  const mover = { ...sender, inGroup: chat !== null };
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const last = await lastMovedBy(ctx.db, mover, { among: able.map(({ number }) => number), actions, since });
  const issue = last === null ? undefined : issueIn(situation, last.id);
  return last === null || issue === undefined ? null : { issue, text: last.text, command };
}

/**
 * Words that would become a new issue, or that nothing was made of, shown as an addition to the own issue before them. Only of these the
 * database is asked.
 */
export async function asAddition(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { ctx, situation, text, actor, commands } = conversation;
  const isAsked = situation.question !== null && situation.question.ask !== "ways";
  if (isStaff(actor) || isAsked || situation.quote !== null || !mayGoOn(understood, text)) return understood;
  const before = await ownBefore(conversation);
  const pictured = before !== null && situation.loose?.issue === before.issue.number;
  if (before === null || !goesOnAbout(text, { ...before, pictured }, situation)) return understood;
  // What nobody else shall hear of is no part of what others read.
  const rest = saidIn(understood, text);
  if (wishesIn(rest, ctx.park.directory).confidential) return understood;
  const command = commands.find(({ name }) => name === before.command);
  if (command === undefined) return understood;
  const [word = command.name] = command.words;
  const doing = {
    command: command.name,
    word,
    number: before.issue.number,
    rest,
    soon: true,
  } as const;
  const offered: Understood = { steps: [{ kind: "offer", doing }], why: ["soon-after", ...understood.why] };
  return warnedOf(offered, text, situation, before.text);
}

/** The text without what was said before it. */
function saidIn({ steps }: Understood, text: string): string {
  const raised = steps.find((step) => step.kind === "offer" && step.doing.command === "submit");
  return raised !== undefined && "doing" in raised ? raised.doing.rest : text.trim();
}
