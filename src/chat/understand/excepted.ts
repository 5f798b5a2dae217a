import { type Excepted, exceptedIn, onlyNamedIn } from "../../domain/common/zh-cn-excepted.ts";
import type { Park } from "../../domain/park/park.ts";
import { plainOf } from "../../domain/plain.ts";
import { companiesMeant } from "./units.ts";

/** Whom an answer to all leaves out, or who alone hears it, by the numbers of issues or by the names of companies: 先不发九嶷, 何静那家先别说. */

export interface ExceptedHere extends Excepted {
  /** As the org file calls them. */
  readonly companies: readonly string[];
}

/** No issue has such a number: it stands for a company while it is looked for what is left out. */
const STANDS_FOR = 990_000;

export function exceptedHere(text: string, park: Park): ExceptedHere {
  const named = companiesMeant(plainOf(text), park).slice(0, MOST);
  const sign = (index: number) => `#${STANDS_FOR + index}`;
  const spans = named.map((one, index) => ({ ...one, sign: sign(index) })).toSorted((a, b) => b.start - a.start);
  const marked = spans.reduce((all, one) => all.slice(0, one.start) + one.sign + all.slice(one.end), text);
  const { text: left, except } = exceptedIn(marked);
  const companies = named.flatMap(({ found }, index) => (except.includes(STANDS_FOR + index) ? [found.name] : []));
  if (companies.length === 0) return { ...exceptedIn(text), companies };
  const read = spans.reduce((all, one) => all.replaceAll(one.sign, text.slice(one.start, one.end)), left);
  return { text: read, except: except.filter((one) => one < STANDS_FOR), companies };
}

const MOST = 20;

/** 只 中塑和凌云：…, the companies that alone hear it; null: it is not said by their names. */
export function onlyHere(
  text: string,
  park: Park,
): { readonly text: string; readonly companies: readonly string[] } | null {
  const only = onlyNamedIn(text);
  if (only === null) return null;
  const companies = companiesMeant(plainOf(only.called), park).map(({ found }) => found.name);
  return { text: only.text, companies: [...new Set(companies)] };
}
