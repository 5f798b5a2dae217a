import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { visible } from "../../chat/find.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import type { Issue, Listed } from "../../domain/issue/issue.ts";
import { listsOf } from "../../issues/context.ts";
import { type NextStep, SEE_ONE } from "../../messages/actions.ts";
import type { Block } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import { pageAt, pageOf } from "../../messages/sections.ts";
import { byUnit, lateLine, unsignedLine } from "../../messages/stuck.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { countedHead, noPage } from "../../messages/zh-cn/lists.ts";
import { NO_UNIT, NONE_LATE_OF_ALL, NONE_STUCK, STUCK_LISTS } from "../../messages/zh-cn/stuck.ts";
import type { Lists } from "../../store/lists.ts";
import { notToBeAsked, type Units, unitsAsked } from "./asked.ts";

/** 超期 and 未签收: what is stuck, unit by unit, the worst first. */

/** Of all units together. */
const LIST = 20;

interface Stuck {
  read(lists: Lists, units: Units): Promise<readonly Listed[]>;
  /** The earlier, the worse. */
  since(issue: Listed): Date | null;
  line(issue: Issue, reader: Reader): string;
}

const STUCK: Readonly<Record<keyof typeof STUCK_LISTS, Stuck>> = {
  overdue: { read: (lists, units) => lists.overdue(units), since: ({ due }) => due, line: lateLine },
  unsigned: {
    read: (lists, units) => lists.inState("dispatched", units),
    since: ({ signDue }) => signDue,
    line: unsignedLine,
  },
};

export async function showStuck(conversation: Conversation, name: keyof typeof STUCK, said: Said): Promise<Reply> {
  const refused = notToBeAsked(conversation, name);
  if (refused !== null) return refused;
  const { rest, page } = pageIn(said.rest);
  const asked = unitsAsked(conversation, rest);
  if (!("units" in asked)) return asked;
  const { ctx, reader } = conversation;
  const { read, since, line } = STUCK[name];
  const lists = listsOf(ctx);
  const issues = await visible(conversation, await read(lists, asked.units));
  if (issues.length === 0)
    return sentence(asked.units === null && name === "overdue" ? NONE_LATE_OF_ALL : NONE_STUCK[name]);
  const worst = issues.toSorted((a, b) => timeOf(since(a)) - timeOf(since(b)));
  const units = byUnit(worst);
  const list = units.flatMap(([, own]) => own);
  const { shown, range, more } = pageAt(list, pageOf([commandWord(name), rest].join(" ").trim(), page, LIST));
  if (shown.length === 0) return sentence(noPage(page, list.length));
  const whole = await lists.wholeOf(shown);
  const shownByUnit = byUnit(shown).flatMap(([unit, own]): Block[] => [
    { kind: "text", text: countedHead(unit === "" ? NO_UNIT : reader.department(unit), sizeOf(units, unit), "") },
    { kind: "list", items: own.map((one) => line(whole(one), reader)) },
  ]);
  const title: Block = { kind: "title", text: countedHead(STUCK_LISTS[name], list.length, range) };
  return withCard({ blocks: [title, ...shownByUnit, ...more, { kind: "actions", steps: stepsFor(reader) }] });
}

function timeOf(at: Date | null): number {
  return at?.getTime() ?? 0;
}

function sizeOf(units: ReturnType<typeof byUnit>, unit: string): number {
  return units.find(([code]) => code === unit)?.[1].length ?? 0;
}

/** Who may press presses from here. */
function stepsFor(reader: Reader): readonly NextStep[] {
  const press: NextStep = { command: "supervise", id: "any", blank: "text" };
  return reader.offers("supervise") ? [press, SEE_ONE] : [SEE_ONE];
}
