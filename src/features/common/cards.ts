import { deedsFor } from "../../domain/common/common.ts";
import { type Actor, isCoordinator } from "../../domain/issue/issue.ts";
import type { NextStep } from "../../messages/actions.ts";
import type { Block, Card, Field } from "../../messages/card.ts";
import { countable, doneOf, isLate, memberLine, reachOf } from "../../messages/common-view.ts";
import type { Reader } from "../../messages/reader.ts";
import { type Cut, section } from "../../messages/sections.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { pageAsked } from "../../messages/zh-cn/lists.ts";
import { lineOfSeen, nameOf, type SeenCommon } from "./seen.ts";
import { SUB_WORDS, type SubName } from "./zh-cn-said.ts";

/** Common problems as cards. */

/** Of a list in a chat nobody wants to scroll through more. */
const LINES = 20;

/** 共性 措施 G3 …: a step behind the command. */
export function step(name: SubName, id: number | null, blank?: NextStep["blank"]): NextStep {
  const given = [SUB_WORDS[name][0], ...(id === null ? [] : [words.numberOfCommon(id)])].join(" ");
  return blank === undefined ? { command: "common", given } : { command: "common", given, blank };
}

/** More nobody chooses among. */
const MOST_STEPS = 4;

const BLANK_OF: Partial<Readonly<Record<SubName, NextStep["blank"]>>> = {
  add: "numbers",
  lead: "department",
  measure: "measure-and-date",
  due: "day",
  progress: "text",
  answer: "text",
};

/** What is offered next of one, what is still missing first: it is not done before that. */
function stepsOf(seen: SeenCommon, actor: Actor, reader: Reader): readonly NextStep[] {
  const { common } = seen;
  const can = new Set(deedsFor(actor, common, reader.park));
  const wanted = [
    ...(common.lead === null ? (["lead"] as const) : []),
    ...(common.measure === null ? (["measure"] as const) : []),
    ...(common.due === null ? (["due"] as const) : []),
    ...(["add", "progress", "answer", "finish", "resume"] as const),
  ];
  const offered = wanted.filter((name) => can.has(name)).slice(0, MOST_STEPS);
  return offered.map((name) => step(name, common.id, BLANK_OF[name]));
}

/** What is known of one, under labels. */
export function fieldsOfCommon(seen: SeenCommon, reader: Reader): readonly Field[] {
  const { common, members, text } = seen;
  const { lead, measure, due, progress, closing, answer, state } = common;
  const counted = countable(members);
  const isOfUnit = reader.audience.kind === "department" && members.length === 0;
  const reach = isOfUnit ? words.NONE_OF_UNIT : words.reachText(reachOf(counted));
  const values: Partial<Readonly<Record<keyof typeof words.LABELS, string | null>>> = {
    state: words.STATES[state],
    lead: lead === null ? words.NO_LEAD : reader.department(lead),
    reach: counted.length === 0 ? reach : words.reachAndDone(reach, words.doneText(doneOf(counted))),
    measure: measure === null ? null : text(measure),
    due: due === null ? null : words.dueText(reader.day(due), isLate(common, reader.now)),
    progress: progress === null ? null : text(progress),
    closing: closing === null ? null : text(closing),
    answer: answer === null ? null : text(answer),
  };
  return labelled(values);
}

function labelled(values: Partial<Readonly<Record<keyof typeof words.LABELS, string | null>>>): readonly Field[] {
  const given = new Map(Object.entries(values));
  return Object.entries(words.LABELS).flatMap(([name, label]) => {
    const value = given.get(name);
    return value === undefined || value === null ? [] : [{ label, value }];
  });
}

/** One, with its issues as far as they may be seen. */
export function commonCard(seen: SeenCommon, actor: Actor, reader: Reader, page: number): Card {
  const cut: Cut = {
    page,
    size: LINES,
    rest: (next) => pageAsked(`${words.COMMAND} ${words.numberOfCommon(seen.common.id)}`, next),
  };
  const steps = stepsOf(seen, actor, reader);
  return {
    blocks: [
      { kind: "title", text: `${words.COMMON} ${nameOf(seen)}` },
      { kind: "fields", fields: fieldsOfCommon(seen, reader) },
      ...section(words.MEMBERS, seen.members, (issue) => memberLine(issue, reader), cut),
      ...(steps.length === 0 ? [] : [{ kind: "actions" as const, steps }]),
    ],
  };
}

/** What was done, in a line, with how many it is about and what comes next. */
export function doneCard(
  done: string,
  seen: SeenCommon,
  { actor, reader, more = [] }: { readonly actor: Actor; readonly reader: Reader; readonly more?: readonly Block[] },
): Card {
  const steps = stepsOf(seen, actor, reader);
  return {
    blocks: [
      { kind: "title", text: done },
      ...more,
      ...(steps.length === 0 ? [] : [{ kind: "actions" as const, steps }]),
    ],
  };
}

/** All of them, those that are open first. */
export function listBlocks(all: readonly SeenCommon[], reader: Reader, page: number): readonly Block[] {
  const cut: Cut = { page, size: LINES, unit: words.COUNTED, rest: (next) => pageAsked(words.COMMAND, next) };
  const line = (seen: SeenCommon) => words.commonLine(lineOfSeen(seen, reader));
  const [open, done] = (["open", "done"] as const).map((state) => all.filter(({ common }) => common.state === state));
  return [...section(words.LISTED.open, open ?? [], line, cut), ...section(words.LISTED.done, done ?? [], line, cut)];
}

/** What the coordinator can begin with; others look at one. */
export function firstSteps(actor: Actor, hasSome: boolean): readonly NextStep[] {
  const one: readonly NextStep[] = hasSome ? [{ command: "common", blank: "common", label: "see-one" }] : [];
  return isCoordinator(actor) ? [...one, step("create", null, "title-and-numbers"), step("find", null)] : one;
}
