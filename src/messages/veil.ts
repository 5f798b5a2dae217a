import { maskPhones } from "./escape.ts";
import { HIDDEN_COMPANY } from "./zh-cn.ts";
import { hideContacts, maskPeople, shortNames } from "./zh-cn-names.ts";

/** How texts are made fit for an audience that may not see all of them. */
export const VEIL = { maskPhones, hideContacts, maskPeople, shortNames, hidden: HIDDEN_COMPANY };
