import { isStaff } from "../../domain/issue/issue.ts";
import { route } from "../../domain/issue/routing.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { plainOf } from "../../domain/plain.ts";
import { doing } from "./make.ts";
import type { Doing, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { GOES_ON_ABOUT_IT, listedIn } from "./zh-cn-listed.ts";
import { soundsLikeIssue } from "./zh-cn-talk.ts";

/** Several matters in one text: issues each, where each has a word of the duty table that no other has. */

/** A text of more is one that tells a long story. */
const MOST_MATTERS = 5;

/** Whether these are issues each; 停电，还有宿舍也停电 stays one. `said`: it is said that they are several (反映几个事), so one may have no such word. */
export function areApart(matters: readonly string[], directory: Directory, said = false): boolean {
  if (matters.length < 2 || matters.length > MOST_MATTERS) return false;
  const words = matters.map((one) => (said || soundsLikeIssue(plainOf(one)) >= 1 ? wordsOf(one, directory) : []));
  const hasEach = said ? matters.every((one) => [...one].length >= SHORTEST) : words.every((one) => one.length > 0);
  return hasEach && new Set(words.flat()).size === words.flat().length;
}

const SHORTEST = 2;

/** The words of the duty table by which a matter is routed, or would be suggested. */
function wordsOf(matter: string, directory: Directory): readonly string[] {
  const routing = route(matter, directory);
  const reasons = routing.kind === "sure" ? [routing] : routing.suggestions;
  return [...new Set(reasons.map(({ reason }) => reason.word))];
}

/** 诉求 1、路灯坏了 2、宿舍停水: the command for each, with what is wished for all of them; the one as it is where it is no such list. */
/** `written`: behind the command's own word, which leads to a list as well as any heading. */
export function eachMatter(raising: Doing, directory: Directory, written = false): readonly Doing[] {
  const listed = listedIn(raising.rest);
  if (listed === null) return [raising];
  const isSaid = listed.headed || (written && !listed.matters.some((one) => GOES_ON_ABOUT_IT.test(plainOf(one))));
  if (!areApart(listed.matters, directory, isSaid)) return [raising];
  return listed.matters.map((matter) => ({ ...raising, rest: `${listed.wishes} ${matter}`.trim() }));
}

/** 反映几个事：1、… 2、…: a list in free words is offered. Without a heading its figures may be the numbers of issues. */
export function listSaid(reading: Reading): Understood | null {
  const { situation, text, referred } = reading;
  if (isStaff(situation.who) || situation.quote !== null) return null;
  const listed = listedIn(text);
  if (listed === null || (!listed.headed && referred.length > 0)) return null;
  const each = eachMatter(doing("submit", reading, null, text.trim()), situation.park.directory);
  if (each.length < 2) return null;
  return { steps: each.map((one) => ({ kind: "offer", doing: one })), why: ["new", "list"] };
}
