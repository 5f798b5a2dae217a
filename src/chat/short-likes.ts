import { areTroublesApart, isOfWhoeverDoesIt, tellingWords } from "../domain/common/zh-cn-matter-words.ts";
import { route } from "../domain/issue/routing.ts";
import type { Directory } from "../domain/park/directory.ts";
import type { Park } from "../domain/park/park.ts";
import { plainOf } from "../domain/plain.ts";
import { likeOnes } from "../domain/routing/similar.ts";
import { onlyWhere } from "../domain/routing/zh-cn-places.ts";
import { withoutPleas } from "../domain/routing/zh-cn-wishes.ts";
import { contentShared } from "./understand/zh-cn-titles.ts";

/** What is like a text, by all that it tells; of few words, which share too little for that to be counted, by what they tell: 停电了！ and 停电了，产线全停. */

/**
 * Of these the ones that a text is like, the most alike first. Where there is none: those with one word for the matter, which may be named,
 * and is no reason to do anything.
 */
export function likesAmong<One extends { readonly id: number; readonly text: string }>(
  text: string,
  among: readonly One[],
  park: Pick<Park, "directory" | "experience">,
): readonly One[] {
  const likes = likesByAll(text, among, park);
  return likes.length > 0 ? likes : likesByWord(text, among, park.directory);
}

/** The same by all that they tell. */
export function likesByAll<One extends { readonly id: number; readonly text: string }>(
  text: string,
  among: readonly One[],
  { directory, experience }: Pick<Park, "directory" | "experience">,
): readonly One[] {
  const likes = likeOnes(text, among, experience.likeness);
  return likes.length > 0 ? likes : shortLikes(text, among, directory);
}

/**
 * The ones that have a word for their matter in common, where nothing else is: 兴业路被挂车占了 and 门口总停着挂车, the newest first. A word of
 * the duty table names a field, in which there are many matters; and of one thing many troubles are told.
 */
function likesByWord<One extends { readonly id: number; readonly text: string }>(
  text: string,
  others: readonly One[],
  directory: Directory,
): readonly One[] {
  const fields = directory.org.categories.flatMap(({ name, keywords }) => [name, ...keywords]).map(plainOf);
  const own = [...aheadIn(text)].filter(
    (word) => !fields.some((field) => field.includes(word) || word.includes(field)),
  );
  if (own.length === 0) return [];
  return others
    .filter((one) => {
      const theirs = own.some((word) => one.text.includes(word.slice(0, 2))) ? [...aheadIn(one.text)] : [];
      const isShared = own.some((word) => theirs.some((other) => isWord(word, other) || isWord(other, word)));
      return isShared && !areTroublesApart(withoutPleas(text), withoutPleas(one.text));
    })
    .toSorted((one, other) => other.id - one.id);
}

/** The word itself, or what it is a part of: 垃圾 and 垃圾桶, not 土车 and 渣土车. */
function isWord(word: string, other: string): boolean {
  return other.startsWith(word);
}

/** The words for its matter that its first clause has: what is told behind it, is told of that. */
function aheadIn(text: string): ReadonlySet<string> {
  const first =
    plainOf(withoutPleas(text))
      .split(CLAUSE_END)
      .find((clause) => clause.trim() !== "") ?? "";
  return new Set(
    [...tellingWords(first)].filter((word) => onlyWhere(first, word) === null && !isOfWhoeverDoesIt(first, word)),
  );
}

const CLAUSE_END = /[,，。;；!！?？\n]/u;

/** Longer texts have words enough to be compared by them all. */
const SHORT = 18;

/** The short ones of others that tell the same: the word of the duty table, or most of the content of the one that has less; the newest first. */
export function shortLikes<One extends { readonly id: number; readonly text: string }>(
  text: string,
  others: readonly One[],
  directory: Directory,
): readonly One[] {
  const plain = plainOf(withoutPleas(text));
  if (!isShort(plain)) return [];
  const word = tellingWord(text, directory);
  return others
    .filter((one) => {
      const other = plainOf(withoutPleas(one.text));
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
  if (isOfWhoeverDoesIt(text, routing.reason.word)) return null;
  return plainOf(routing.reason.word);
}
