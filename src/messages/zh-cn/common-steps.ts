import type { Saying } from "../saying.ts";
import { taught } from "../saying.ts";
import { isDoneAlready, named, numberOfCommon } from "./common.ts";

/** What is said of steps of a common problem that change nothing, or undo it. */

/** Why nothing more is done about one. */
export function isOver(state: "done" | "void", id: number, title: string): Saying {
  if (state === "done") return isDoneAlready(id, title);
  return taught(`${named(id, title)} 已撤销。`, `要继续办理，请营商办发：共性 恢复 ${numberOfCommon(id)}`);
}

export const ONE_COMPANY_YET = "还只有一家企业，有其他企业的同类诉求时请加入；没有的可撤销。";

/** Nothing is done, nor told to anybody, where it is so already. */
export const IS_SO = {
  lead: (name: string, unit: string) => `${name} 已由${unit}牵头，没有变动，不再通知。`,
  due: (name: string, day: string) => `${name} 的时限已是 ${day}，没有变动。`,
  rename: (name: string) => `标题已是 ${name}，没有变动。`,
  measure: (name: string) => `${name} 的措施已是这样，没有变动。`,
} as const;

/** To the unit that led it: another does, and it sees nothing of it any more. */
export const ledNoMore = (id: number) => `G${id} 已改由其他单位牵头，本单位不再牵头。`;

/** What is kept with one that was called off because it went into another. */
export const wentInto = (id: number) => `并入 G${id}`;

/** The other one, in what was kept so; null: it was called off for itself. */
export function whereItWent(kept: string): number | null {
  const id = /^并入 G(\d{1,6})$/u.exec(kept)?.[1];
  return id === undefined ? null : Number(id);
}

/** To the unit that led it, with the other one where it went into another. */
export const CALLED_OFF = {
  told: (name: string, into: string) =>
    `共性问题 ${name} ${into === "" ? "已撤销" : `已并入 ${into}`}，本单位不再牵头；其中的诉求各自继续办理`,
  asked: (id: number, into: string) => `G${id} 已并入 ${into}，没有记，请改用那个编号。`,
} as const;

/** To who does not lead it: nothing that he wrote is kept. */
export const ledBy = (name: string, unit: string | null) =>
  `${name} ${unit === null ? "还没有牵头单位" : `由${unit}牵头`}，没有记。`;

/** What is asked first where it was said in words of one's own. */
export const asksToFinish = (name: string) => `办结共性问题 ${name} 吗？`;

/** Members that the company has not confirmed yet stay as they are. */
export const openStill = (count: number) => `其中 ${count} 件诉求还没有办结，各自继续办理。`;
export const dueStays = (day: string) => `时限仍为 ${day}，由营商办更改。`;
export const dueSet = (day: string) => `时限记为 ${day}。`;

/** Nobody leads it who could be told. */
export const nobodyToUrge = (name: string, id: number): Saying =>
  taught(`${name} 还没有牵头单位，没有可催办的单位。`, `请先定牵头单位：共性 牵头 G${id} 单位名`);

/** A unit sees nothing of issues that it has no part in, whoever leads. */
export const leadHasNone = (unit: string, first: number): Saying => ({
  text: `${unit}没有其中的诉求，看不到诉求内容；需要其办理的，请派单或请其协办，例如：协办 ${first} ${unit}`,
  onPage: `${unit}没有其中的诉求，看不到诉求内容；需要其办理的，请派单或请其协办。`,
});

/** One unit leads; who helps is said of each issue. */
export const noHelperOf = (unit: string, first: number | null): Saying => ({
  text: `${unit}的协办没有记：共性问题只有牵头单位，要其协办的请对其中的诉求逐件写${first === null ? "：协办 编号 单位名" : `，例如：协办 ${first} ${unit}`}`,
  onPage: `${unit}的协办没有记：共性问题只有牵头单位，要其协办的请在其中的诉求页上逐件请其协办。`,
});

export const VOID = {
  asks: (name: string) => `撤销共性问题 ${name} 吗？`,
  frees: (count: number) =>
    count === 0 ? "编号和记录保留。" : `${count} 件诉求不再属于它，各自继续办理；编号和记录保留。`,
} as const;

/** Those that belonged to it when it was called off, and are free still. */
export const takenBack = (ids: readonly number[]) => `重新纳入：${ids.map((id) => `#${id}`).join("、")}`;

/** 更换变压器（12月5日前完成） */
export const measureUntil = (measure: string | null, day: string) =>
  measure === null ? `${day}前完成` : `${measure.replace(/（[^（）]*前完成）$/u, "")}（${day}前完成）`;

/** One of its issues is to be taken out, and it is not clear which. */
export const sayWhichToRemove = (name: string, id: number): Saying =>
  taught(`从 ${name} 移出哪一件？没有做任何改动。`, `请写编号，例如：共性 移出 G${id} 12`);

/** Two are to be one. */
export const MERGED = {
  asks: (from: string, to: string) => `把 ${from} 并入 ${to} 吗？`,
  what: (from: number, to: number) => `G${from} 撤销，编号和记录保留；其中的诉求归入 G${to}，各自继续办理。`,
  sayBoth: taught("请写明两个共性问题的编号。", "例如：共性 合并 G2 G1（G2 并入 G1）"),
} as const;
