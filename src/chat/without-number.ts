import type { Doable } from "../domain/issue/lifecycle.ts";
import { possibleMoves } from "../issues/move.ts";
import { type NextStep, stepOf, stepText } from "../messages/actions.ts";
import { commandOf } from "../messages/zh-cn/commands.ts";
import { insteadOfIt, noRightTo, nothingToMove } from "../messages/zh-cn/conversation.ts";
import { sayMergePair } from "../messages/zh-cn/like.ts";
import { RATHER, withRather } from "../messages/zh-cn/refusals.ts";
import { type Conversation, type Reply, sentence } from "./conversation.ts";
import { findDossier } from "./find.ts";
import { waitingSteps } from "./help.ts";
import { circleOf } from "./understand/circle.ts";
import { isAction, isOwn, mayMove } from "./understand/sight.ts";

/** A move said without a number that this person may never make, or that no issue is there for: what he can do in its place. */
export async function withoutNumber(conversation: Conversation, name: string): Promise<Reply> {
  const { actor, situation, commands } = conversation;
  // A company puts its own together, and says which.
  const own = situation.issues.filter((one) => isOwn(one) && mayMove("withdraw", one)).map(({ number }) => number);
  if (name === "merge" && circleOf(actor) === "company") return sentence(sayMergePair(own));
  const mayEver = commands.find((one) => one.name === name)?.who.includes(circleOf(actor)) === true;
  const why = mayEver ? nothingToMove(name) : noRightTo(name);
  const rather = mayEver ? null : await ratherStep(conversation, name);
  const waiting = await possible(conversation, waitingSteps(situation));
  const steps = [...(rather === null ? [] : [rather.step]), ...waiting];
  return sentence(insteadOfIt(rather === null ? why : withRather(why, rather.why), steps.map(stepText)));
}

/** What somebody likelier means, who may not make a move. */
const MEANT: Partial<Readonly<Record<Doable, Doable>>> = { dispatch: "return", merge: "supplement" };
/** So many of the issues are tried. */
const TRIED = 5;

async function ratherStep(
  conversation: Conversation,
  name: string,
): Promise<{ readonly step: NextStep; readonly why: string } | null> {
  const [action, why] = isAction(name) ? [MEANT[name], RATHER[name]] : [];
  if (action === undefined || why === undefined) return null;
  const issues = conversation.situation.issues.filter((one) => mayMove(action, one)).slice(-TRIED);
  const [step] = await possible(
    conversation,
    issues.map(({ number }) => stepOf(action, number)),
  );
  return step === undefined ? null : { step, why };
}

/** Those that the rules let this person make now. */
async function possible(conversation: Conversation, steps: readonly NextStep[]): Promise<readonly NextStep[]> {
  const { ctx, actor } = conversation;
  const found: NextStep[] = [];
  for (const step of steps) {
    const dossier = typeof step.id === "number" ? await findDossier(conversation, step.id) : null;
    const moves = dossier === null ? [] : possibleMoves(ctx, dossier, actor);
    if (moves.some((move) => commandOf(move) === step.command)) found.push(step);
  }
  return found;
}
