import type { Directory } from "../../domain/park/directory.ts";
import { plainOf } from "../../domain/plain.ts";
import { areApart } from "./listed.ts";
import { listedIn } from "./zh-cn-listed.ts";
import { hasMatterOfItsOwn, sharesMatter } from "./zh-cn-own-matter.ts";
import { clausesOf, mattersIn } from "./zh-cn-pieces.ts";

/** One issue that tells of several matters: 电费单看不懂，冷库变压器老跳，还有工人娃要转学. */

/** The matters of an issue as it was written; one or none: it is about one thing. */
export function partsTold(written: string, directory: Directory): readonly string[] {
  const listed = listedIn(written)?.matters ?? mattersIn(written);
  const each = listed.filter((one) => hasMatterOfItsOwn(plainOf(one)));
  if (each.length > 1) return each;
  const clauses = clausesOf(written).filter((one) => hasMatterOfItsOwn(plainOf(one)));
  return areApart(clauses, directory) ? clauses : [];
}

/** 电费那个算了: whether a text speaks of some of them, and not of all. */
export function speaksOfSome(text: string, parts: readonly string[]): boolean {
  const plain = plainOf(text);
  const meant = parts.filter((one) => sharesMatter(plain, plainOf(one)));
  return meant.length > 0 && meant.length < parts.length;
}
