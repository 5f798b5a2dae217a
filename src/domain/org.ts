/** The park as its org file describes it: who there is, who does what, and in which chats. Read-only values. */

export const PLATFORMS = ["wecom", "dingtalk"] as const;
export type PlatformName = (typeof PLATFORMS)[number];

export const ROLES = ["liaison", "officer", "head", "coordinator", "leader", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const AUDIENCES = ["enterprise", "department", "supervision"] as const;
export type ChatAudience = (typeof AUDIENCES)[number];

export const DIGEST_KINDS = ["enterprise-weekly", "department-daily", "supervision-weekly"] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

export const URGENCIES = ["urgent", "normal", "complex"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const CLOCKS = ["dispatch", "sign", "contact", "answer", "assist", "stage", "confirm"] as const;
export type ClockName = (typeof CLOCKS)[number];

/** `workingHours` are spans of one day, `HH:MM-HH:MM`, in order and apart. */
export interface Park {
  readonly name: string;
  readonly timeZone: string;
  readonly workingHours: readonly string[];
}

/** A city-level unit is tracked by a park department (`trackedBy`, a code), which gets its announcements and may act for it. */
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly level: "park" | "city";
  readonly trackedBy?: string | undefined;
}

/** `answerDays`: working days that replace the normal answer limit. */
export interface Category {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly department: string;
  readonly keywords: readonly string[];
  readonly answerDays?: number | undefined;
}

export interface Enterprise {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A person is known by name, which is unique in the org file. Platform user ids are opaque and case-sensitive. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly enterprise?: string | undefined;
  readonly department?: string | undefined;
  readonly wecom?: string | undefined;
  readonly dingtalk?: string | undefined;
}

/** `webhook` and `secret` are credentials. `secret` signs a DingTalk custom robot's webhook. */
export interface Chat {
  readonly code: string;
  readonly platform: PlatformName;
  readonly chatId: string;
  readonly name: string;
  readonly audience: ChatAudience;
  readonly department?: string | undefined;
  readonly webhook?: string | undefined;
  readonly secret?: string | undefined;
}

/** `cron` is plain five-field cron in the park's time zone. */
export interface DigestSpec {
  readonly chat: string;
  readonly kind: DigestKind;
  readonly cron: string;
}

/** Dates `YYYY-MM-DD` that are off, or worked, beside the built-in calendar. */
export interface Holidays {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** A limit is a number of working hours or working days: `4h`, `7d`. */
export type LimitText = string;
export type LimitTable = Partial<Record<ClockName, Partial<Record<Urgency, LimitText>>>>;

/** What the park changes of the default limits, for all issues and for single categories (by code). */
export interface Policy {
  readonly limits: LimitTable;
  readonly categories: Readonly<Record<string, LimitTable>>;
}

export interface Org {
  readonly park: Park;
  readonly departments: readonly Department[];
  readonly categories: readonly Category[];
  readonly enterprises: readonly Enterprise[];
  readonly people: readonly Person[];
  readonly chats: readonly Chat[];
  readonly digests: readonly DigestSpec[];
  readonly holidays: Holidays;
  readonly policy: Policy;
}
