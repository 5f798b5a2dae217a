import { maskPhones } from "./escape.ts";
import { HIDDEN_COMPANY } from "./zh-cn.ts";

/** How texts are made fit for an audience that may not see all of them. */
export const VEIL = { maskPhones, hidden: HIDDEN_COMPANY };
