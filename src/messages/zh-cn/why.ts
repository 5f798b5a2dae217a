/** Why a unit has an issue. */

/** What else there is to be told of it. */
interface Beside {
  /** Why other units than the one that has it are possible. */
  readonly others: readonly string[];
  /** The same of each that is possible. */
  readonly all: readonly string[];
  /** The numbers of like issues that may be spoken of here. */
  readonly alike: readonly number[];
}

/** What a person decided; the names of units, and null where there is none. */
export interface Decided {
  /** The unit that has it now. */
  readonly unit: string | null;
  readonly how: "dispatched" | "transferred" | "returned";
  /** Who did it, where that may be read. */
  readonly by: string | null;
  readonly byLeader: boolean;
  readonly at: string;
  /** The unit that had it before. */
  readonly previous: string | null;
  /** The unit that its own words led to when it was filed, and why. */
  readonly first: string | null;
  readonly reason: string | null;
}

const OFFICE = "营商办";
const LEADER = "园区领导";

export function routedBy(id: number, reason: string, beside: Beside): string {
  return `#${id} 的分派依据：${reason}。${besideText(beside)}`;
}

export function notRouted(id: number, beside: Beside): string {
  return `#${id} ${firstText(beside)}，由${OFFICE}派单${nearest(beside)}。${besideText({ ...beside, others: [] })}`;
}

/** 由营商办 11月27日 转派给交通运输局（原：行政审批局）。提出时自动派给行政审批局，依据：…。 */
export function decidedBy(id: number, decided: Decided, beside: Beside): string {
  const { first, reason } = decided;
  const filed =
    first === null
      ? `提出时没有自动派单${beside.all.length === 0 ? "" : `；照现在看，最接近：${beside.all.join("；")}`}。`
      : `提出时自动派给${first}${reason === null ? "" : `，依据：${reason}`}。`;
  return `#${id} ${doneText(decided)}。${filed}${besideText({ ...beside, others: first === null ? [] : beside.others })}`;
}

function doneText({ unit, how, by, byLeader, at, previous }: Decided): string {
  const office = byLeader ? LEADER : OFFICE;
  const who = by === null ? office : `${office}${by}`;
  if (unit === null) return `由${who}于 ${at} 同意退单，待${OFFICE}派单`;
  const before = previous === null ? "" : `（原责任单位：${previous}）`;
  if (how === "returned") return `由${who}于 ${at} 同意退单并派给${unit}${before}`;
  return `由${who}于 ${at} ${how === "transferred" ? "转派" : "派单"}给${unit}${before}`;
}

function firstText({ all }: Beside): string {
  return all.length === 0 ? "没有匹配到任何类别" : "对应的单位不唯一或不够确定";
}

function nearest({ all }: Beside): string {
  return all.length === 0 ? "" : `（最接近：${all.join("；")}）`;
}

function besideText({ others, alike }: Pick<Beside, "others" | "alike">): string {
  const possible = others.length === 0 ? "" : `另有可能：${others.join("；")}。`;
  return `${possible}${alike.length === 0 ? "" : `相似：${alike.map((one) => `#${one}`).join("、")}。`}`;
}
