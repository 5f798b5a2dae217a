import { commandNamed } from "../../chat/command.ts";
import { type Conversation, MAX_TEXT, type Reply, sentence } from "../../chat/conversation.ts";
import type { Refusal } from "../../domain/decision.ts";
import type { Doable } from "../../domain/lifecycle.ts";
import { lastDayFrom } from "../../domain/moments.ts";
import { type Dossier, possibleMoves } from "../../issues/move.ts";
import { type NextStep, stepText } from "../../messages/actions.ts";
import { unitLine } from "../../messages/issue-card.ts";
import { REFUSALS, type Refused, refusalText, standingText } from "../../messages/zh-cn/refusals.ts";
import { stateText } from "../../messages/zh-cn/terms.ts";

/** A sentence has room for so many. */
const MOST_OFFERED = 4;

/** One sentence for a move that is not made: why, how the issue stands, who has it, and what else can be done now. */
export function refusalReply(conversation: Conversation, dossier: Dossier, action: Doable, refusal: Refusal): Reply {
  const { issue } = dossier;
  const why = REFUSALS[refusal.refused](refusedOf(conversation, dossier, action, refusal));
  const standing = standingText({
    id: issue.id,
    state: stateText(issue.state, issue.outcome),
    unit: unitLine(conversation.reader.issue(issue)),
    can: offered(conversation, dossier, action).map(stepText),
  });
  return sentence(refusalText(why, standing), issue.id);
}

/** What can be done in place of what was refused; where that is nothing, to look at the issue. */
function offered({ work, actor }: Conversation, dossier: Dossier, refused: Doable): readonly NextStep[] {
  const { id } = dossier.issue;
  const others = possibleMoves(work, dossier, actor).filter((one) => one !== refused);
  const steps = others.slice(0, MOST_OFFERED).map((command): NextStep => ({ command, id }));
  return steps.length === 0 ? [{ command: "status", id }] : steps;
}

function refusedOf(
  { commands, reader, work }: Conversation,
  { issue }: Dossier,
  action: Doable,
  refusal: Refusal,
): Refused {
  const { handler, signedAt } = issue;
  return {
    action,
    id: issue.id,
    usage: commandNamed(commands, action).usage,
    lastDay: reader.wholeDate(lastDayFrom(work.now, work.park.org.park.timeZone)),
    longest: refusal.refused === "too-long" ? refusal.limit : MAX_TEXT,
    needs: refusal.refused === "needs" ? refusal.what : null,
    signed: handler === null || signedAt === null ? null : { by: handler, at: reader.dateTime(signedAt) },
  };
}
