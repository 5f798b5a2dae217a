import type { Issue, Standing } from "../domain/issue/issue.ts";
import { isCoordinator, isOpen, isStaff, isUnvouched } from "../domain/issue/issue.ts";
import { partiesOf } from "../domain/issue/lifecycle.ts";
import { involvedIn } from "../domain/park/park.ts";
import { commandWord } from "../messages/zh-cn/commands.ts";
import type { LikeShown } from "../messages/zh-cn/like.ts";
import { openLike } from "../store/like.ts";
import type { Conversation } from "./conversation.ts";
import { likesAmong } from "./short-likes.ts";
import type { Doing, Way } from "./understand/outcome.ts";
import { withoutSayingSo } from "./understand/zh-cn-together.ts";

/** Before somebody raises what is there already: the open issue that it is most like, of those that may be spoken of here. */

/** What is raised: by or for which company. */
export type Raising = Pick<Issue, "text" | "enterprise" | "confidential"> & {
  /** Its number, where it was filed before. */
  readonly filed?: number;
};

type Candidate = Standing & Pick<Issue, "id" | "state" | "text"> & { readonly helpers?: readonly string[] };

/**
 * The open issue that a text is most like, of those that it can be put together with: one of the same company, to which it can be
 * added, or another's, which it can join. Null: there is none.
 */
export async function likeHere(conversation: Conversation, raising: Raising): Promise<LikeShown | null> {
  const { ctx, reader } = conversation;
  const like = mostLike(conversation, raising, ctx.known?.issues ?? []) ?? (await amongOthers(conversation, raising));
  if (like === undefined) return null;
  const isOwn = kindOf(conversation, raising, like) === "own";
  return { number: like.id, title: reader.title(like), state: like.state, isOwn };
}

function mostLike(conversation: Conversation, raising: Raising, among: readonly Candidate[]): Candidate | undefined {
  const here = among.filter((one) => one.id !== raising.filed && kindOf(conversation, raising, one) !== null);
  const likes = likesAmong(withoutSayingSo(raising.text), here, conversation.ctx.park);
  // To its own a company can add what it has to say.
  return likes.find(({ enterprise }) => enterprise === raising.enterprise) ?? likes[0];
}

/**
 * What was read with the message holds everything that is open here in most places, and nobody is asked again. Where it may not, the newest
 * are: of the group, or of the company for which somebody else raises it.
 */
async function amongOthers(conversation: Conversation, raising: Raising): Promise<Candidate | undefined> {
  const { ctx, actor, chat } = conversation;
  const inGroup = chat?.audience === "enterprise" ? chat.code : null;
  const isCompanys = !isStaff(actor);
  if (ctx.known?.isFull === false || (isCompanys && ctx.known !== undefined && inGroup === null)) return undefined;
  const among =
    isCompanys && inGroup !== null
      ? ({ kind: "chat", chat: inGroup } as const)
      : ({ kind: "enterprise", enterprise: raising.enterprise } as const);
  const pairs = ctx.park.experience.likeness.rarest(raising.text);
  return mostLike(conversation, raising, await openLike(ctx.db, pairs, among));
}

/** How it can be put together with another; null: it cannot, or that is nothing to speak of here. */
function kindOf(
  { ctx, actor, reader }: Conversation,
  { enterprise, confidential }: Raising,
  other: Candidate,
): "own" | "others" | null {
  const helpers = other.helpers ?? [];
  if (!isOpen(other) || other.confidential !== confidential || !reader.may(other, helpers)) return null;
  const isSame = other.enterprise === enterprise;
  if (isCoordinator(actor)) return isSame && !confidential && !isUnvouched(other) ? "own" : null;
  const parties = partiesOf(actor, other, involvedIn(ctx.park, other, helpers));
  if (isSame) return parties.includes("company") ? "own" : null;
  return parties.includes("peer") ? "others" : null;
}

/** What is done with one word, of which it was said what it does, when it was filed as `id`: it is put together with the other, and taken back. */
export function wayWhenFiled({ number, isOwn }: Pick<LikeShown, "number" | "isOwn">, id: number): Way {
  const doing: Doing = { command: "merge", word: commandWord("merge"), number: id, rest: String(number), sure: true };
  return { said: isOwn ? "merge" : "join", number, doing };
}

/** What is done with one word in place of filing it. `text`: as it was said. */
export function wayWhenOffered(like: LikeShown, text: string): Way {
  const { number, isOwn } = like;
  const command = isOwn ? "supplement" : "join";
  const doing: Doing = { command, word: commandWord(command), number, rest: isOwn ? text : "" };
  return { said: isOwn ? "merge" : "join", number, doing };
}
