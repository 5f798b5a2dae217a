import { type Saying, taught } from "../saying.ts";
import { numberOfCommon } from "./common.ts";

/** What is said where an answer to all of a common problem is to be taken back. */

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
