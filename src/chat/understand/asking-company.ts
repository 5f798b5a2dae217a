import { isOfficial } from "../../domain/issue/issue.ts";
import { targetOf } from "./free-target.ts";
import { doing, steps } from "./make.ts";
import type { Meaning } from "./meaning.ts";
import type { Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { companiesMeant } from "./units.ts";
import { type AskedFor, askedFor, asWish, calledThem } from "./zh-cn-asking.ts";
import { willBeTold } from "./zh-cn-for-company.ts";
import { clausesWithEnds, withoutEnd, withoutLead } from "./zh-cn-pieces.ts";
import { ITS_NUMBER, SAYS_IT_IS_TAKEN, TAKES_BY_WORDS } from "./zh-cn-work.ts";

/** 问下恒达，你们缺什么工种; 跟唐总要一下岗位表: an official has the bot ask a company, of one of his issues in hand; shown first. */

const OF_ONE: Meaning = {
  command: "ask",
  words: /./u,
  states: ["dispatched", "in_progress"],
  asked: true,
  by: "offer",
  issue: "guess",
  rest: "text",
};

export function askedOfCompany(reading: Reading): Understood | null {
  const { situation, plain, text, referred, quoted } = reading;
  if (!isOfficial(situation.who) || willBeTold(plain)) return null;
  const taken = lengthOfTaking(plain);
  const said = askedBehind(withThemCalled(reading), taken);
  if (said === null) return null;
  const rest = asWish(withoutLead(text.slice(said.from, said.to)), said.isWish);
  // 学位的收到了: by which words it is taken, it is asked of.
  const isOfNamed = referred.length > 0 || quoted.length > 0 || taken > 0;
  if (!isOfNamed && !said.namesThem) return null;
  const target = targetOf(OF_ONE, reading);
  const numbers = target?.issues.map(({ number }) => number) ?? [];
  const [only, ...more] = numbers;
  if (only === undefined) return null;
  if (more.length > 0 && target?.named !== true)
    return steps("asks-them", { kind: "which", doing: doing("ask", reading, null, rest), among: numbers });
  return steps(
    "asks-them",
    ...numbers.map((number) => ({ kind: "offer" as const, doing: doing("ask", reading, number, rest) })),
  );
}

/** What is asked, from its place in the text; behind what is taken also from a later clause: 收到，这个急，问他还要不要插电. */
function askedBehind(plain: string, taken: number): AskedFor | null {
  let from = taken;
  for (const { length } of taken > 0 ? clausesWithEnds(plain.slice(taken)) : [plain]) {
    const said = askedFor(plain.slice(from));
    if (said !== null) return { ...said, from: from + said.from, ...(said.to !== undefined && { to: from + said.to }) };
    from += length;
  }
  return null;
}

/** 电费那个我们签了，你问下何静是哪个月的单子; 9收到，…: which one is taken is said before, and nothing that they are asked. */
function lengthOfTaking(plain: string): number {
  const [first = "", ...more] = clausesWithEnds(plain);
  const clause = withoutEnd(first);
  const isTaken = TAKES_BY_WORDS.test(clause) || clause.replace(ITS_NUMBER, "").replace(SAYS_IT_IS_TAKEN, "") === "";
  return more.length > 0 && isTaken ? first.length : 0;
}

/** Place for place, with the same word for each company and whoever speaks for one: 请彭丽把单号发过来. */
function withThemCalled({ plain, situation: { park } }: Reading): string {
  return companiesMeant(plain, park).reduce(
    (left, { start, end }) => left.slice(0, start) + calledThem(end - start) + left.slice(end),
    plain,
  );
}
