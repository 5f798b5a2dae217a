import { isStaff } from "../domain/issue/issue.ts";
import { plainOf } from "../domain/plain.ts";
import { lastMovedBy } from "../store/own-moves.ts";
import type { Conversation } from "./conversation.ts";
import { COMPANYS, SOON_MS } from "./own-before.ts";
import { anyOf } from "./understand/any-of.ts";
import type { Doing, Understood } from "./understand/outcome.ts";
import { candidatesFor } from "./understand/sight.ts";
import { ADDS_A_WORD, CORRECTS_A_WORD } from "./understand/zh-cn-continues.ts";
import { numbersWritten } from "./understand/zh-cn-numbers.ts";
import { GOES_ON } from "./understand/zh-cn-talk.ts";
import { SAYS_AGAIN } from "./understand/zh-cn-urging.ts";

/**
 * What a company says of an issue, and not of which, soon after it had to do with one: that one is meant, and no list is shown. Only of these
 * words the database is asked.
 */

/** By which moves an issue was the last that was spoken of, and for how long that holds. */
interface Lately {
  readonly actions: readonly string[];
  readonly forMs: number;
  /** Only where this is said. */
  readonly said?: RegExp;
  /** Whether it is done, or shown first. */
  readonly by: "do" | "offer";
}

const DAY_MS = 24 * 60 * 60_000;
const ADDED_TO: Lately = {
  actions: COMPANYS,
  forMs: SOON_MS,
  said: anyOf(ADDS_A_WORD.source, CORRECTS_A_WORD.source, GOES_ON.source),
  by: "offer",
};
const LATELY: Readonly<Record<string, Lately>> = {
  // 不用了，撤了吧
  withdraw: { actions: ["submit"], forMs: SOON_MS, by: "offer" },
  // 补充下 是靠北边那栋, as it is said behind something; 补充 by itself asks which one.
  supplement: ADDED_TO,
  // 今天再催一遍: the one that was urged before, also some days ago.
  urge: { actions: ["urge"], forMs: 7 * DAY_MS, said: SAYS_AGAIN, by: "do" },
  // 不想让社会局知道
  avoid: { actions: COMPANYS, forMs: DAY_MS, by: "do" },
  // 还是留着吧: what was taken back last.
  resume: { actions: ["withdraw"], forMs: 3 * DAY_MS, by: "offer" },
};

export async function asJustFiled(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { actor, situation, text } = conversation;
  const [step, ...more] = understood.steps;
  if (isStaff(actor) || step === undefined || more.length > 0 || understood.answers === true) return understood;
  if (step.kind === "do" && isGuessed(step.doing, understood, conversation))
    return whichOfBoth(conversation, understood, step.doing);
  if (step.kind !== "which") return understood;
  const { among, doing } = step;
  const lately = LATELY[doing.command];
  if (lately === undefined || lately.said?.test(plainOf(text)) === false) return understood;
  // 补充, and no more: nothing is said yet.
  if (doing.command === "supplement" && doing.rest === "") return understood;
  // Where some were told by their words, it is one of those.
  if (among.length < candidatesFor(doing.command, situation.issues).length) return understood;
  const number = await latelyMoved(conversation, among, lately);
  if (number === null) return understood;
  return {
    ...understood,
    steps: [{ kind: lately.by, doing: { ...doing, number } }],
    why: [...understood.why, "just-filed"],
  };
}

async function latelyMoved(
  { ctx, sender, chat }: Conversation,
  among: readonly number[],
  { actions, forMs }: Lately,
): Promise<number | null> {
  const mover = { ...sender, inGroup: chat !== null };
  const last = await lastMovedBy(ctx.db, mover, { among, actions, since: new Date(ctx.now.getTime() - forMs) });
  return last?.id ?? null;
}

/** 补充一句，是东区宿舍: added at once, and by a word alone. */
function isGuessed({ command, number }: Doing, { why }: Understood, { situation, text }: Conversation): boolean {
  const isBySense = command === "supplement" && why[0] === "issue" && situation.quote === null;
  return isBySense && number !== null && !numbersWritten(plainOf(text)).includes(number);
}

/** Where another one was filed just before, it is asked which of the two. */
async function whichOfBoth(conversation: Conversation, understood: Understood, doing: Doing): Promise<Understood> {
  const able = candidatesFor("supplement", conversation.situation.issues).map(({ number }) => number);
  const last = able.length < 2 ? null : await latelyMoved(conversation, able, ADDED_TO);
  if (last === null || doing.number === null || last === doing.number) return understood;
  return {
    ...understood,
    steps: [{ kind: "which", doing: { ...doing, number: null }, among: [last, doing.number] }],
    why: [...understood.why, "just-filed"],
  };
}
