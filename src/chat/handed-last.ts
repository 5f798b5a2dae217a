import { isCoordinator } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { movedCommonsSince } from "../store/common-record.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { SOON_MS } from "./own-before.ts";
import { unitAsked } from "./understand/handing-said.ts";
import { deed } from "./understand/make.ts";
import type { Step, Told, Understood } from "./understand/outcome.ts";
import { affirmedIn } from "./understand/roles.ts";
import { candidatesFor, describedIn } from "./understand/sight.ts";
import { unitsHandedTo, withoutUnits } from "./understand/units.ts";
import { CALLS_IT_BACK, GOES_BACK_ON_IT, MEANS_THE_LAST } from "./understand/zh-cn-handing.ts";
import { figuresUncounted } from "./understand/zh-cn-numbers.ts";

/**
 * 唉算了还是住建: what a coordinator says of no issue soon after a dispatch is said of that one, unless something else was done since: what
 * was done last is meant, and no older dispatch. Only of these words the database is asked.
 */
export async function asHandedLast(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { actor, situation, text, ctx } = conversation;
  const plain = plainOf(text);
  // 算了不给社会局, to what is offered: that is dropped, and nothing that was dispatched before it.
  if (understood.answers === true) return understood;
  if (!isCoordinator(actor) || situation.quote !== null) return understood;
  if (!GOES_BACK_ON_IT.test(plain) && !MEANS_THE_LAST.test(plain)) return understood;
  if (!understood.steps.every((step) => isOfNone(step, conversation)) || figuresUncounted(plain).length > 0)
    return understood;
  const last = await lastHanded(conversation);
  if (last === null) return understood;
  if (last.told !== null) return CALLS_IT_BACK.test(plain) ? withTold(understood, last.told) : understood;
  const [unit, ...more] = affirmedIn(plain, unitsHandedTo(plain, ctx.park));
  const steps: readonly Step[] =
    unit === undefined || more.length > 0
      ? [{ kind: "tell", told: "dispatch-stands" }, unitAsked(last.id, situation)]
      : [{ kind: "offer", doing: { ...deed("dispatch", situation, last.id, unit.found.name), unit: unit.found.code } }];
  return { ...understood, steps, why: [...understood.why, "handed-last"] };
}

/** The issue that was dispatched last; `told`: something else was done since, of which this is said. */
interface Handed {
  readonly id: number;
  readonly told: Told | null;
}

/** Null: none that is in sight, or something was done since that is not undone by a word. */
async function lastHanded({ ctx, sender, chat, situation }: Conversation): Promise<Handed | null> {
  const mover = { ...sender, inGroup: chat !== null };
  const among = situation.issues.map(({ number }) => number);
  const since = new Date(ctx.now.getTime() - SOON_MS);
  const last = await lastMovedBy(ctx.db, mover, { among, actions: "any", since });
  if (last === null || (await movedCommonsSince(ctx.db, sender, last.at))) return null;
  if (last.action !== "dispatch") {
    const told = STANDS[last.action];
    return told === undefined ? null : { id: last.id, told };
  }
  return candidatesFor("dispatch", situation.issues).some(({ number }) => number === last.id)
    ? { id: last.id, told: null }
    : null;
}

/** What cannot be taken back either. */
const STANDS: Readonly<Record<string, Told>> = {
  supervise: "order-stands",
  instruct: "order-stands",
  approve: "order-stands",
  refuse: "order-stands",
  assist: "helper-stands",
  note: "record-stands",
};

function withTold({ why }: Understood, told: Told): Understood {
  return { steps: [{ kind: "tell", told }], why: [...why, "done-last"] };
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
