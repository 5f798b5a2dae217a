import { type Conversation, type Reply, type Said, sentence, withCard } from "../../chat/conversation.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { type Period, spanOf } from "../../domain/park/instants.ts";
import type { Block } from "../../messages/card.ts";
import { pageAt, pageOf } from "../../messages/sections.ts";
import { commandWord } from "../../messages/zh-cn/commands.ts";
import { noPage } from "../../messages/zh-cn/lists.ts";
import * as words from "../../messages/zh-cn/units.ts";
import { overdueByUnit, type UnitFigures, unitFigures } from "../../store/figures.ts";
import { notToBeAsked, type Units, unitsAsked } from "./asked.ts";
import { periodIn, periodText } from "./periods.ts";

/** 各单位: what each has led in a period, and how. */

const LIST = 10;

/** What a unit has led in a period, and how many of its issues that were raised up to its end are overdue now. */
export type Line = UnitFigures & { readonly overdue: number };

export async function showUnits(conversation: Conversation, said: Pick<Said, "rest">): Promise<Reply> {
  const refused = notToBeAsked(conversation, "units");
  if (refused !== null) return refused;
  const { rest, page } = pageIn(said.rest);
  const { ctx, reader } = conversation;
  const { name, period } = unitAndPeriod(rest, ctx);
  if (period === null) return sentence(words.whichUnitsPeriod());
  const asked = unitsAsked(conversation, name);
  if (!("units" in asked)) return asked;
  const { lines, others } = await linesOf(conversation, period, asked.units);
  if (lines.length === 0)
    return sentence(name === "" ? words.NO_UNIT_HAS_ANY : words.unitHasNone(name, periodText(period)));
  const command = [commandWord("units"), rest].join(" ").trim();
  const { shown, more } = pageAt(lines, { ...pageOf(command, page, LIST), unit: words.UNITS_COUNTED });
  if (shown.length === 0) return sentence(noPage(page));
  const rows = shown.map(
    (line): Block => ({ kind: "text", text: words.unitLines(reader.department(line.department), line) }),
  );
  return withCard({
    blocks: [
      { kind: "title", text: words.unitsTitle(periodText(period)) },
      ...rows,
      ...more,
      ...(others === 0 || name !== "" ? [] : [{ kind: "text" as const, text: words.otherUnits(others) }]),
      { kind: "hint", text: words.UNITS_HINT },
    ],
  });
}

/** 供电公司 本月: one unit, where it is named, and of which period. Null: what is named is neither. */
function unitAndPeriod(
  rest: string,
  ctx: Conversation["ctx"],
): { readonly name: string; readonly period: Period | null } {
  const whole = periodIn(rest, ctx);
  if (whole !== null) return { name: "", period: whole };
  const [name = "", ...more] = rest.split(/\s+/u);
  const isUnit = ctx.park.directory.departmentNamed(name).kind !== "none";
  return { name, period: isUnit ? periodIn(more.join(""), ctx) : null };
}

/** The units that have something, the most overdue first, then by volume; and how many have nothing. */
export async function linesOf(conversation: Conversation, period: Period, units: Units) {
  const { db, now, park } = conversation.ctx;
  const span = spanOf(period, now, park.org.park.timeZone);
  const figures = await unitFigures(db, span, now, units);
  const overdue = await overdueByUnit(db, span.to, now);
  const none = { sign: NONE, onTime: NONE, satisfied: NONE };
  const told = units ?? [
    ...new Set([...park.org.departments.map((one) => one.code), ...figures.map((one) => one.department)]),
  ];
  const all = told.map((department): Line => {
    const own = figures.find((one) => one.department === department);
    return { department, led: 0, ...none, ...own, overdue: overdue.get(department) ?? 0 };
  });
  const lines = all.filter(({ led, overdue: late }) => led > 0 || late > 0);
  return {
    lines: lines.toSorted((a, b) => b.overdue - a.overdue || b.led - a.led),
    others: all.length - lines.length,
  };
}

const NONE = { part: 0, whole: 0 };
