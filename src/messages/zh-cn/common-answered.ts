import { type Saying, taught } from "../saying.ts";
import { numberOfCommon } from "./common.ts";

/** What is said where all of a common problem are answered, or told something, and where that is to be taken back. */

const COMMON_TO_BOTH = {
  left: "不在其内",
  changed: "情况有变化，请再看一遍。",
  names: (companies: readonly string[]) => `**注意**：正文提到${companies.join("、")}，收到的其他企业都会看到。`,
  mayNotName: (companies: readonly string[]) =>
    `没有发出：正文提到${companies.join("、")}，会发给几家企业，其中有保密的诉求。请去掉企业和人名后再发。`,
  ofUnit: (unit: string) => `由${unit}办理`,
} as const;

export const SENT = {
  answer: {
    ...COMMON_TO_BOTH,
    title: (name: string) => `一并答复 ${name}`,
    to: "将答复",
    hint: "各企业只收到自己那一件的答复，各自确认是否解决。",
    held: "按您说的先不答复",
    nobody: (name: string) => `${name} 现在没有可以答复的诉求。`,
    noFiles: "一并答复不能带图片和文件，请只发文字。",
    done: (name: string, reach: string) => `已一并答复 ${name}：${reach}`,
    each: "请各企业确认后，各自办结。",
  },
  tell: {
    ...COMMON_TO_BOTH,
    title: (name: string) => `一并告知 ${name} 的企业`,
    to: "将告知",
    hint: "作为进展告知，不是答复：各企业只收到自己那一件的，不用确认。",
    held: "按您说的先不告知",
    nobody: (name: string) => `${name} 现在没有可以告知进展的诉求。`,
    noFiles: "一并告知不能带图片和文件，请只发文字。",
    done: (name: string, reach: string) => `已一并告知 ${name} 的企业：${reach}`,
    each: "已作为进展记入各件，办结时再答复。",
  },
} as const;

export const hasGone = (name: string) => `${name} 的统一答复已经发给下列企业，不能撤回，也没有再发给其他企业：`;

/** `unit`: whose it is to correct; null: the reader's own. */
export const correctIt = (id: number, unit: string | null): Saying =>
  taught(
    unit === null ? "要改的请逐件更正，企业会收到更正后的答复。" : `要改的请${unit}逐件更正，企业会收到更正后的答复。`,
    `例如：更正 ${id} 新的答复`,
  );

/** The companies have said already what they think of it. */
export const IS_DECIDED = "企业都已确认，不能再更正；还有问题的由企业重开。";

export const nothingSent = (name: string, id: number): Saying =>
  taught(`${name} 还没有统一答复过企业，没有可撤回的。`, `要整个撤销，请发：共性 撤销 ${numberOfCommon(id)}`);
