import { commandNamed } from "../../chat/command.ts";
import { type Conversation, MAX_TEXT, type Reply, sentence } from "../../chat/conversation.ts";
import { standing } from "../../chat/help.ts";
import type { Refusal } from "../../domain/issue/decision.ts";
import type { Doable } from "../../domain/issue/lifecycle.ts";
import { lastDayFrom } from "../../domain/park/instants.ts";
import { type Dossier, possibleMoves } from "../../issues/move.ts";
import { type NextStep, stepOf } from "../../messages/actions.ts";
import { REFUSALS, type Refused, standingSentence } from "../../messages/zh-cn/refusals.ts";

/** A sentence has room for so many. */
const MOST_OFFERED = 4;

/** One sentence for a move that is not made: why, how the issue stands, who has it, and what else can be done now. */
export function refusalReply(conversation: Conversation, dossier: Dossier, action: Doable, refusal: Refusal): Reply {
  const { issue } = dossier;
  const why = REFUSALS[refusal.refused](refusedOf(conversation, dossier, action, refusal));
  const steps = offered(conversation, dossier, action);
  return sentence(standingSentence(standing(conversation.reader, issue, steps), why), issue.id);
}

/** What can be done in place of what was refused. */
function offered({ ctx, actor }: Conversation, dossier: Dossier, refused: Doable): readonly NextStep[] {
  const others = possibleMoves(ctx, dossier, actor).filter((one) => one !== refused);
  return others.slice(0, MOST_OFFERED).map((one) => stepOf(one, dossier.issue.id));
}

function refusedOf(
  { commands, reader, ctx }: Conversation,
  { issue }: Dossier,
  action: Doable,
  refusal: Refusal,
): Refused {
  const { handler, signedAt } = issue;
  return {
    action,
    id: issue.id,
    usage: commandNamed(commands, action).usage,
    lastDay: reader.wholeDate(lastDayFrom(ctx.now, ctx.park.org.park.timeZone)),
    longest: refusal.refused === "too-long" ? refusal.limit : MAX_TEXT,
    needs: refusal.refused === "needs" ? refusal.what : null,
    signed: handler === null || signedAt === null ? null : { by: handler, at: reader.dateTime(signedAt) },
  };
}
