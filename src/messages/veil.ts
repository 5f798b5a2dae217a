import { maskPhones } from "./escape.ts";
import { HIDDEN_COMPANY } from "./zh-cn.ts";
import { maskPeople, shortNames } from "./zh-cn-names.ts";

/** How texts are made fit for an audience that may not see all of them. */
export const VEIL = { maskPhones, maskPeople, shortNames, hidden: HIDDEN_COMPANY };
