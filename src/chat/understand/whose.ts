import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { describedIn, toldIn } from "./sight.ts";
import type { InSight, Situation } from "./situation.ts";
import { companiesMeant } from "./units.ts";
import { namesAMatterOfTheirs } from "./zh-cn-whose.ts";

/** 湘晶招人的那个: staff who name a company mean an issue that it has raised, and none whose text merely speaks of it. */

export interface Whose {
  /** Those of the companies that are named, and whatever is named otherwise; all, where none is named or has any. */
  readonly issues: readonly InSight[];
  /** Those of others, where a company is named. */
  readonly others: readonly InSight[];
  /** The codes of the companies that are named. */
  readonly named: ReadonlySet<string>;
  /** They have issues in sight. */
  readonly isOfThem: boolean;
  /** The text without their names, place for place. */
  readonly matter: string;
  /** Words for the matter stand behind a name: 恒达讨薪的. */
  readonly tellsMatter: boolean;
}

/** `kept`: the numbers that are written or quoted, which no name takes away. */
export function whoseIn(plain: string, situation: Situation, kept: readonly number[] = []): Whose {
  const named = companiesMeant(plain, situation.park);
  const codes = new Set(named.map(({ found }) => found.code));
  const isTheirs = ({ company }: InSight) => company != null && codes.has(company);
  const isOfThem = isStaff(situation.who) && situation.issues.some(isTheirs);
  const isMeant = (issue: InSight) => !isOfThem || isTheirs(issue) || kept.includes(issue.number);
  return {
    issues: situation.issues.filter(isMeant),
    others: situation.issues.filter((issue) => !isMeant(issue)),
    named: codes,
    isOfThem,
    matter: named.reduce(
      (left, { start, end }) => left.replaceAll(plain.slice(start, end), " ".repeat(end - start)),
      plain,
    ),
    tellsMatter: named.some(({ end }) => namesAMatterOfTheirs(plain.slice(end))),
  };
}

/**
 * Which of a company's issues the words tell: by its title, else by the rest of its text. Where they tell none, all of them may be meant,
 * and those of others that the words fit as well: `isSure` is false.
 */
export function toldOfThem(
  matter: string,
  theirs: readonly InSight[],
  { others, tellsMatter }: Pick<Whose, "others" | "tellsMatter">,
): { readonly issues: readonly InSight[]; readonly isSure: boolean } {
  const described = [describedIn, toldIn].map((find) => find(matter, theirs)).find((found) => found.length > 0);
  if (described !== undefined) return { issues: described, isSure: true };
  const besides = describedIn(matter, others);
  return { issues: [...theirs, ...besides], isSure: besides.length === 0 && !tellsMatter };
}

/** 湘晶5G那个, where 湘晶 has raised none: that another company's has these words is no reason to do anything at once. */
export function isAnothers({ company }: InSight, { named }: Whose, { who }: Pick<Situation, "who">): boolean {
  return !isOfficial(who) && named.size > 0 && company != null && !named.has(company);
}
