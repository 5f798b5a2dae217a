import { isStaff } from "../domain/issue/issue.ts";
import { commonsInSight } from "../issues/common-sight.ts";
import { membershipsOf } from "../store/common.ts";
import type { Conversation } from "./conversation.ts";
import { deed } from "./understand/make.ts";
import type { Understood } from "./understand/outcome.ts";
import { answerToOthers } from "./understand/zh-cn-common-answered.ts";
import { saysNumberOfCommon } from "./understand/zh-cn-common-free.ts";
import { movedIn, movedOf } from "./understand/zh-cn-common-offered.ts";

/** Which common problem is meant where none is named but by the issues that belong to it, which the ledger knows. */
export async function asOfMembers(conversation: Conversation, understood: Understood): Promise<Understood> {
  const { actor, text } = conversation;
  if (!isStaff(actor) || saysNumberOfCommon(text)) return understood;
  return (await answeringOthers(conversation, understood)) ?? (await ofAnother(conversation, understood)) ?? understood;
}

/** 8和10先不要回，其他的统一回一下：…, whatever was spoken of before: of the one to which these belong. */
async function answeringOthers(conversation: Conversation, { steps }: Understood): Promise<Understood | null> {
  const { text, situation } = conversation;
  if (situation.question !== null && situation.question.ask !== "ways") return null;
  const others = steps.some((step) => "doing" in step && step.doing.command === "common") ? null : answerToOthers(text);
  const id = others === null ? null : await commonOf(conversation, others.except);
  if (others === null || id === null) return null;
  const doing = deed("common", situation, null, `${others.word} G${id} ${others.rest}`);
  return { steps: [{ kind: "do", doing }], why: ["of-common", "by-members"] };
}

/** 20也算进来，18不要, behind G1, where #18 is in G3: it is offered for that one, and nothing is done with the other. */
async function ofAnother(conversation: Conversation, { steps }: Understood): Promise<Understood | null> {
  const moves = steps.flatMap((step) => ("doing" in step ? (movedIn(step.doing) ?? []) : []));
  const out = moves.flatMap(({ isOut, numbers }) => (isOut ? numbers : []));
  if (moves.length < steps.length || out.length === 0) return null;
  const id = await commonOf(conversation, out);
  if (id === null || moves.every((one) => one.id === id)) return null;
  const doings = moves.map((one) => deed("common", conversation.situation, null, movedOf({ ...one, id })));
  return { steps: doings.map((doing) => ({ kind: "offer", doing })), why: ["of-common", "of-another"] };
}

/** The one to which all of these belong; null: to none, or not to the same, or to one that is not to be known of here. */
async function commonOf({ ctx, reader }: Conversation, numbers: readonly number[]): Promise<number | null> {
  const found = await membershipsOf(ctx.db, numbers);
  const [id, ...more] = new Set(found.map(({ commonId }) => commonId));
  if (id === undefined || more.length > 0 || found.length < new Set(numbers).size) return null;
  return (await commonsInSight(ctx, reader.audience, "all")).some((one) => one.id === id) ? id : null;
}
