import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { COMPANYS } from "./own-before.ts";
import { takenBack } from "./taken-back.ts";
import { deed } from "./understand/make.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import { isOwn, mayMove } from "./understand/sight.ts";
import type { InSight } from "./understand/situation.ts";
import { hasMatterOfItsOwn } from "./understand/zh-cn-own-matter.ts";
import { IS_BROKEN_AGAIN } from "./understand/zh-cn-restoring.ts";

/**
 * 又断了, 又来了, and no word for what: said by whoever has closed an issue or taken one back, it is that one, and none that is open. Where
 * he has gone on with an open one since, it stays that. Only of these words the database is asked.
 */

/** By these a company has done with an issue. */
const ENDS = ["solved", "accept", "rate", "withdraw"];
const SINCE_MS = 7 * 86_400_000;

export async function asBrokenAgain(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { ctx, sender, chat, situation, text, actor } = conversation;
  const plain = plainOf(text);
  if (isStaff(actor) || situation.quote !== null || !IS_BROKEN_AGAIN.test(plain)) return understood;
  if (hasMatterOfItsOwn(plain) || understood.answers === true || !understood.steps.every(isGuess)) return understood;
  const own = [...situation.issues.filter(isOwn), ...(await takenBack(conversation))];
  const last = await lastMovedBy(
    ctx.db,
    { ...sender, inGroup: chat !== null },
    {
      among: own.map(({ number }) => number),
      actions: [...COMPANYS, ...ENDS],
      since: new Date(ctx.now.getTime() - SINCE_MS),
    },
  );
  const issue = last !== null && ENDS.includes(last.action) ? own.find(({ number }) => number === last.id) : undefined;
  const step = issue === undefined ? null : offered(issue, conversation);
  return step === null ? understood : { steps: [step], why: ["broken-again"] };
}

/** Nothing in the words says which issue is meant. */
function isGuess(step: Step): boolean {
  if (!("doing" in step)) return step.kind === "unknown" || step.kind === "silence";
  return step.kind !== "do" && GUESSED.has(step.doing.command);
}

const GUESSED: ReadonlySet<string> = new Set(["supplement", "reopen", "resume", "submit", "urge"]);

function offered(issue: InSight, { situation, text }: Conversation): Step | null {
  const command = issue.state === "withdrawn" ? "resume" : "reopen";
  if (command === "reopen" && !mayMove("reopen", issue)) return null;
  const rest = command === "reopen" ? text.trim() : "";
  return { kind: "offer", doing: deed(command, situation, issue.number, rest) };
}
