import { echo } from "../escape.ts";
import { COMMAND_WORDS, commandWord } from "./commands.ts";

/** 各单位 and 企业: the work of units, and the issues of one company. */

interface Part {
  readonly part: number;
  readonly whole: number;
}

/** 各单位　本周 */
export function unitsTitle(period: string): string {
  return `${commandWord("units")}　${period}`;
}

export const UNITS_COUNTED = "个单位";

/** Short lines, that a phone breaks nowhere: the volume beside the rates. */
export function unitLines(
  unit: string,
  of: {
    readonly led: number;
    readonly overdue: number;
    readonly sign: Part;
    readonly onTime: Part;
    readonly satisfied: Part;
  },
): string {
  const parts = ({ part, whole }: Part) => `${part}/${whole}`;
  return [
    `${unit}：承办 ${of.led} 件，现超期 ${of.overdue} 件`,
    `签收及时 ${parts(of.sign)}　按期 ${parts(of.onTime)}　满意 ${parts(of.satisfied)}`,
  ].join("\n");
}

export function otherUnits(count: number): string {
  return `其余 ${count} 个单位该时段没有承办诉求，也没有超期。`;
}

export const NO_UNIT_HAS_ANY = "该时段没有单位承办诉求，也没有超期。";
export const UNITS_HINT = "签收及时、按期、满意都是「达到的件数/应计的件数」；超期是该时段结束前提出、现在超期的件数。";

export function whichUnitsPeriod(): string {
  return `时段可以写：本周、上周、本月、上月、今天、10月、2026-10，前面可以写一个单位；不写就是自开始以来。例如：${commandWord("units")} 本周`;
}

/** Of one unit that was asked for. */
export function unitHasNone(unit: string, period: string): string {
  return `${unit}${period}没有承办的诉求，也没有超期的。`;
}

/** What stands behind 各单位 or its English twin; null where the text begins otherwise. */
export function behindUnits(text: string): string | null {
  const word = [...COMMAND_WORDS.units.words, COMMAND_WORDS.units.english].find((one) => text.startsWith(one));
  return word === undefined ? null : text.slice(word.length).trim();
}

/** 统计　供电公司　本周 */
export function unitStatsTitle(unit: string, period: string): string {
  return `${commandWord("stats")}　${unit}　${period}`;
}

export function whichCompany(): string {
  return `请写企业名，例如：${commandWord("company")} 中塑科技（没有企业之间的排名）`;
}

export function noSuchCompany(name: string): string {
  return `没有叫${echo(name)}的企业，请写全称，或名称中的两个字以上。`;
}

export function severalCompanies(name: string, companies: readonly string[]): string {
  return `${echo(name)}有几家：${companies.join("、")}。请写全名。`;
}

export function companyWithout(company: string): string {
  return `${company}没有可在这里查看的诉求。`;
}

/** 共 12 件　在办 3 件　现超期 1 件　办结 8 件 */
export function companyCounts(of: {
  readonly all: number;
  readonly open: number;
  readonly overdue: number;
  readonly closed: number;
}): string {
  return `共 ${of.all} 件　在办 ${of.open} 件\n现超期 ${of.overdue} 件　办结 ${of.closed} 件`;
}
