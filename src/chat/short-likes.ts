import { route } from "../domain/issue/routing.ts";
import type { Directory } from "../domain/park/directory.ts";
import type { Park } from "../domain/park/park.ts";
import { plainOf } from "../domain/plain.ts";
import { likeOnes } from "../domain/routing/similar.ts";
import { onlyWhere } from "../domain/routing/zh-cn-places.ts";
import { contentShared } from "./understand/zh-cn-titles.ts";

/** Of these the ones that a text is like, the most alike first; of few words those that tell the same. */
export function likesAmong<One extends { readonly id: number; readonly text: string }>(
  text: string,
  among: readonly One[],
  { directory, experience }: Pick<Park, "directory" | "experience">,
): readonly One[] {
  const likes = likeOnes(text, among, experience.likeness);
  return likes.length > 0 ? likes : shortLikes(text, among, directory);
}

/** What is like a text of few words, which share too little for it to be counted: 停电了！ and 停电了，产线全停. */

/** Longer texts have words enough to be compared by them all. */
const SHORT = 18;

/** The short ones of others that tell the same: the word of the duty table, or most of the content of the one that has less; the newest first. */
export function shortLikes<One extends { readonly id: number; readonly text: string }>(
  text: string,
  others: readonly One[],
  directory: Directory,
): readonly One[] {
  const plain = plainOf(text);
  if (!isShort(plain)) return [];
  const word = tellingWord(text, directory);
  return others
    .filter((one) => {
      const other = plainOf(one.text);
      if (!isShort(other)) return false;
      const tellsIt = word !== null && other.includes(word) && tellingWord(one.text, directory) === word;
      return tellsIt || contentShared(plain, other) >= MOSTLY;
    })
    .toSorted((one, other) => other.id - one.id);
}

const MOSTLY = 0.5;

function isShort(plain: string): boolean {
  return (plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0) <= SHORT;
}

/** Where something is, tells nothing: 宿舍 of 吵得我们宿舍睡不着. */
function tellingWord(text: string, directory: Directory): string | null {
  const routing = route(text, directory);
  if (routing.kind !== "sure" || onlyWhere(text, routing.reason.word) !== null) return null;
  return plainOf(routing.reason.word);
}
