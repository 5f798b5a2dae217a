import { AUDIT_EN } from "./english/audit.ts";
import { CONNECT_EN } from "./english/connect.ts";
import { DOCTOR_EN } from "./english/doctor.ts";
import { DOOR_EN } from "./english/doctor-door.ts";
import { ROADS_EN } from "./english/doctor-roads.ts";
import { LEDGER_EN } from "./english/ledger.ts";
import { ROUTE_EN } from "./english/route.ts";
import { TOOLS_EN } from "./english/tools.ts";
import { AUDIT_ZH } from "./zh-cn/audit.ts";
import { CONNECT_ZH } from "./zh-cn/connect.ts";
import { DOCTOR_ZH } from "./zh-cn/doctor.ts";
import { DOOR_ZH } from "./zh-cn/doctor-door.ts";
import { ROADS_ZH } from "./zh-cn/doctor-roads.ts";
import { LEDGER_ZH } from "./zh-cn/ledger-tool.ts";
import { ROUTE_ZH } from "./zh-cn/route-tool.ts";
import { TOOLS_ZH } from "./zh-cn/tools.ts";

/** What the operator reads at a terminal, in one of two languages. */

export type Language = "zh" | "en";

const ENGLISH = {
  ...DOCTOR_EN,
  ...ROADS_EN,
  ...DOOR_EN,
  ...CONNECT_EN,
  ...TOOLS_EN,
  ...AUDIT_EN,
  ...LEDGER_EN,
  ...ROUTE_EN,
};
export type OperatorWords = typeof ENGLISH;
const WORDS: Readonly<Record<Language, OperatorWords>> = {
  en: ENGLISH,
  zh: { ...DOCTOR_ZH, ...ROADS_ZH, ...DOOR_ZH, ...CONNECT_ZH, ...TOOLS_ZH, ...AUDIT_ZH, ...LEDGER_ZH, ...ROUTE_ZH },
};

/** A sentence for the operator. Without a Chinese form the English one is shown. */
export interface Said {
  readonly text: string;
  readonly zh?: string;
}

export function wordsIn(language: Language): OperatorWords {
  return WORDS[language];
}

/** One sentence of the catalogue in both languages. */
export function said(sentence: (words: OperatorWords) => string): Required<Said> {
  return { text: sentence(WORDS.en), zh: sentence(WORDS.zh) };
}

export function inLanguage({ text, zh }: Said, language: Language): string {
  return language === "zh" ? (zh ?? text) : text;
}
