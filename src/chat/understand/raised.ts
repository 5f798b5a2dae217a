import { isStaff } from "../../domain/issue/issue.ts";
import { route } from "../../domain/issue/routing.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { doing } from "./make.ts";
import type { Step } from "./outcome.ts";
import { plainOf } from "./plain.ts";
import type { Reading } from "./reading.ts";
import * as pieces from "./zh-cn-pieces.ts";
import * as talk from "./zh-cn-talk.ts";

/** A whole text as a new issue. */

/** The whole text as a new issue: of the company, or for the one that a coordinator names. */
export function raised(reading: Reading): readonly Step[] {
  const { text, situation, companies } = reading;
  if (!isStaff(situation.who)) {
    const matters = apart(text, situation.park.directory);
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

/** A text of more is one that tells a long story. */
const MOST_MATTERS = 5;

/** Matters of which none has a word of the duty table that another has are issues each; 停电，还有宿舍也停电 stays one. */
function apart(text: string, directory: Directory): readonly string[] {
  const matters = pieces.mattersIn(text);
  if (matters.length < 2 || matters.length > MOST_MATTERS) return [text.trim()];
  const words = matters.map((one) => (talk.soundsLikeIssue(plainOf(one)) >= 1 ? wordsOf(one, directory) : []));
  const isApart = words.every((one) => one.length > 0) && new Set(words.flat()).size === words.flat().length;
  return isApart ? matters : [text.trim()];
}

/** The words of the duty table by which a matter is routed, or would be suggested. */
function wordsOf(matter: string, directory: Directory): readonly string[] {
  const routing = route(matter, directory);
  const reasons = routing.kind === "sure" ? [routing] : routing.suggestions;
  return [...new Set(reasons.map(({ reason }) => reason.word))];
}

/** 恒达鞋业刚打电话，说宿舍漏水: the matter without who called. */
function matterBehind(text: string, end: number): string {
  const behind = text.slice(end).replace(talk.WHO_CALLED, "").trim();
  return behind === "" ? text.trim() : behind;
}
