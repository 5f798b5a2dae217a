import { isCoordinator } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { SOON_MS } from "./own-before.ts";
import { unitAsked } from "./understand/handing-said.ts";
import { deed } from "./understand/make.ts";
import type { Step, Understood } from "./understand/outcome.ts";
import { affirmedIn } from "./understand/roles.ts";
import { candidatesFor, describedIn } from "./understand/sight.ts";
import { unitsHandedTo, withoutUnits } from "./understand/units.ts";
import { GOES_BACK_ON_IT, MEANS_THE_LAST } from "./understand/zh-cn-handing.ts";
import { figuresUncounted } from "./understand/zh-cn-numbers.ts";

/** 唉算了还是住建: what a coordinator says of no issue soon after a dispatch is said of that one. Only of these words the database is asked. */
export async function asHandedLast(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { actor, situation, text, ctx, sender, chat } = conversation;
  const plain = plainOf(text);
  // 算了不给社会局, to what is offered: that is dropped, and nothing that was dispatched before it.
  if (understood.answers === true) return understood;
  if (!isCoordinator(actor) || situation.quote !== null) return understood;
  if (!GOES_BACK_ON_IT.test(plain) && !MEANS_THE_LAST.test(plain)) return understood;
  if (!understood.steps.every((step) => isOfNone(step, conversation)) || figuresUncounted(plain).length > 0)
    return understood;
  const among = candidatesFor("dispatch", situation.issues).map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const mover = { ...sender, inGroup: chat !== null };
  const last = await lastMovedBy(ctx.db, mover, { among, actions: ["dispatch"], since });
  if (last === null) return understood;
  const [unit, ...more] = affirmedIn(plain, unitsHandedTo(plain, ctx.park));
  const steps: readonly Step[] =
    unit === undefined || more.length > 0
      ? [{ kind: "tell", told: "dispatch-stands" }, unitAsked(last.id, situation)]
      : [{ kind: "offer", doing: { ...deed("dispatch", situation, last.id, unit.found.name), unit: unit.found.code } }];
  return { ...understood, steps, why: [...understood.why, "handed-last"] };
}

/** Not understood, or a dispatch of which neither a number nor a word says whose. */
function isOfNone(step: Step, { text, situation }: Conversation): boolean {
  if (!("doing" in step)) return step.kind === "unknown" || (step.kind === "tell" && step.told === "lead-of-what");
  const { command, number } = step.doing;
  if (command !== "dispatch") return false;
  if (MEANS_THE_LAST.test(plainOf(text))) return true;
  // 算了，还是交通: the name of a unit may stand in the title of another issue.
  const matter = withoutUnits(plainOf(text), situation.park);
  return !describedIn(matter, situation.issues).some((one) => one.number === number);
}
