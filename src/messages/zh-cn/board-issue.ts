import type { RequestKind } from "../../domain/issue/issue.ts";
import { REQUEST_WORDS } from "./terms.ts";

/** What an issue's page says beside its forms: to whom it could be given, and what a decision comes to. */

export const ADVICE = {
  title: "建议派给",
  proposed: "退单时建议改派",
  none: "没有关键词对得上，请在下面选单位。",
} as const;

/** 派给供电公司 */
export const giveTo = (unit: string) => `派给${unit}`;

/** 停电 → 用电 → 供电公司 as the reason of a suggestion. */
export const becauseOf = (reason: string) => `依据：${reason}`;

export const DECISION = {
  title: "待您决定",
  waits: "等领导决定",
  approved: "同意后",
  refused: "驳回后",
  cannot: "现在不能同意：条件已不满足，只能驳回。",
} as const;

/** 延期申请　王建国　11月18日 周三 09:10 */
export const requestHead = (kind: RequestKind, by: string, at: string) => `${REQUEST_WORDS[kind]}申请　${by}　${at}`;

export const AFTERWARDS = {
  newDue: (due: string, before: string | null) =>
    before === null ? `答复期限改为 ${due}` : `答复期限由 ${before} 改为 ${due}`,
  held: (until: string) => `挂账到 ${until}，期间不计时，到期自动恢复办理`,
  backToOffice: (unit: string | null) =>
    unit === null ? "退回营商办重新派单" : `退回营商办重新派单，首选建议为${unit}`,
  given: (unit: string, due: string | null) => `直接改派给${unit}${due === null ? "" : `，答复期限 ${due}`}`,
  stays: (unit: string | null, due: string | null) =>
    `仍由${unit ?? "原单位"}办理${due === null ? "" : `，答复期限 ${due} 不变`}`,
} as const;
