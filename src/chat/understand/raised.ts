import { isStaff } from "../../domain/issue/issue.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { plainOf } from "../../domain/plain.ts";
import { areApart } from "./listed.ts";
import { doing } from "./make.ts";
import type { Step } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { BEGINS_ANOTHER, TURN } from "./zh-cn-continues.ts";
import { GOES_ON_ABOUT_IT } from "./zh-cn-listed.ts";
import { namesAThing, sharesMatter } from "./zh-cn-own-matter.ts";
import * as pieces from "./zh-cn-pieces.ts";
import * as talk from "./zh-cn-talk.ts";

/** A whole text as a new issue. */

/** The whole text as a new issue: of the company, or for the one that a coordinator names. */
export function raised(reading: Reading): readonly Step[] {
  const { text, situation, companies } = reading;
  if (!isStaff(situation.who)) {
    const matters = apart(withoutTurn(text), situation.park.directory);
    return matters.map((one) => ({ kind: "offer", doing: doing("submit", reading, null, one) }));
  }
  const [company] = companies;
  const what = doing(
    "for",
    reading,
    null,
    company === undefined ? text.trim() : pieces.raisedFor(company.found.name, matterBehind(text, company.end)),
  );
  return company === undefined ? [{ kind: "need", doing: what, what: "company" }] : [{ kind: "offer", doing: what }];
}

/** 还有个事，食堂的菜太贵: without what only says that it is another matter. */
function withoutTurn(text: string): string {
  const plain = plainOf(text);
  const turn = BEGINS_ANOTHER.exec(plain) ?? TURN.exec(plain);
  const rest = turn === null ? text : text.slice(turn[0].length);
  return rest === "" ? text : rest;
}

function apart(text: string, directory: Directory): readonly string[] {
  const matters = pieces.mattersIn(text);
  return areApart(matters, directory) || areNamedApart(matters) ? matters : [text.trim()];
}

/** 快递柜没地方放，另外洗衣房没热水，还有理发店关门了: who goes on twice tells of several, as far as each names a thing, and none another's. */
function areNamedApart(matters: readonly string[]): boolean {
  if (matters.length < LEAST_NAMED || matters.length > MOST_NAMED) return false;
  const plain = matters.map((one) => plainOf(one));
  const isItsOwn = (one: string, index: number) =>
    namesAThing(one) &&
    !GOES_ON_ABOUT_IT.test(one) &&
    !plain.some((other, at) => at < index && sharesMatter(one, other));
  return plain.every(isItsOwn);
}

const LEAST_NAMED = 3;
const MOST_NAMED = 5;

/** 恒达鞋业刚打电话，说宿舍漏水: the matter without who called. */
function matterBehind(text: string, end: number): string {
  // 提一个：他们电话打来说…: who called may be said twice.
  const behind = [1, 2].reduce((left) => left.replace(talk.WHO_CALLED, ""), text.slice(end));
  const matter = behind.replace(talk.FILED_BEHIND, "").trim();
  return matter === "" ? text.trim() : matter;
}
