/** The park as its org file describes it: who there is, who does what, and in which chats. Read-only values. */

export const PLATFORMS = ["wecom", "dingtalk"] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** By what somebody is known: an account of a platform, or the telephone number in a form, where nobody can be written to. */
export type Origin = PlatformName | "form";

export const ROLES = ["liaison", "officer", "head", "coordinator", "leader", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const AUDIENCES = ["enterprise", "department", "supervision"] as const;
export type ChatAudience = (typeof AUDIENCES)[number];

export const DIGEST_NAMES = [
  "enterprise-weekly",
  "department-daily",
  "supervision-weekly",
  "supervision-monthly",
  "coordinator-daily",
  "common-weekly",
] as const;
export type DigestName = (typeof DIGEST_NAMES)[number];

interface DigestTraits {
  /** The audience of the chats that it is for. */
  readonly chat: ChatAudience;
  /** Without a chat it goes to the coordinators themselves. */
  readonly mayLackChat: boolean;
  /** On every working day, whatever its expression says of the weekday. */
  readonly isDaily: boolean;
  /** With nothing to say it is one line, unless the org file says otherwise; else nothing is posted. */
  readonly postsEmpty: boolean;
  /** What a park without it lacks, for the operator. */
  readonly lacked: string;
}

/** What the org file and the doctor have to know of a kind of digest. */
export const DIGEST_TRAITS: Readonly<Record<DigestName, DigestTraits>> = {
  "enterprise-weekly": {
    chat: "enterprise",
    mayLackChat: false,
    isDaily: false,
    postsEmpty: true,
    lacked: "the companies' groups see no weekly progress",
  },
  "department-daily": {
    chat: "department",
    mayLackChat: false,
    isDaily: true,
    postsEmpty: false,
    lacked: "the departments get no daily list",
  },
  "supervision-weekly": {
    chat: "supervision",
    mayLackChat: false,
    isDaily: false,
    postsEmpty: true,
    lacked: "the supervision group gets no weekly list",
  },
  "supervision-monthly": {
    chat: "supervision",
    mayLackChat: true,
    isDaily: false,
    postsEmpty: true,
    lacked: "the month report and the fingerprint of the record are not posted by themselves",
  },
  "coordinator-daily": {
    chat: "supervision",
    mayLackChat: true,
    isDaily: true,
    postsEmpty: true,
    lacked: "the coordinator hears nothing daily",
  },
  "common-weekly": {
    chat: "supervision",
    mayLackChat: true,
    isDaily: false,
    postsEmpty: false,
    lacked: "what several companies have in common is not proposed to the coordinator by itself",
  },
};

export const URGENCIES = ["urgent", "normal", "complex"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const CLOCKS = ["dispatch", "sign", "contact", "answer", "assist", "stage", "supplement", "confirm"] as const;
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
  /** What it is for, in a sentence. */
  readonly duties?: string | undefined;
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

export interface Company {
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
  /** For those who handle an issue that is not confidential; of a coordinator for everybody. */
  readonly phone?: string | undefined;
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

/**
 * `cron` is plain five-field cron in the park's time zone. Without a chat, which not every kind may lack, it
 * goes to the coordinators themselves. `title` and `note` replace the digest's own first and last line. `empty`: whether it
 * is posted, as one line, when it has nothing to say; what holds without it stands in `DIGEST_TRAITS`.
 */
export interface DigestSpec {
  readonly chat?: string | undefined;
  readonly kind: DigestName;
  readonly cron: string;
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  readonly empty?: boolean | undefined;
}

/** Makes the fixed theme day (主题日) by itself: each time of `cron` that falls on a working day. `chat`: the group where it is held. */
export interface ThemeDayRule {
  readonly cron: string;
  readonly theme: string;
  readonly place?: string | undefined;
  readonly chat?: string | undefined;
}

/** Dates `YYYY-MM-DD` that are off, or worked, beside the built-in calendar. */
export interface Holidays {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/** A limit is a number of working hours or working days: `4h`, `7d`. */
export type LimitText = string;
export type LimitTable = Partial<Record<ClockName, Partial<Record<Urgency, LimitText>>>>;

/** The steps of the escalation ladder, in the order in which they come; `ladder.ts` says when and to whom. */
export const LADDER_STEPS = [
  "dispatch",
  "dispatch-late",
  "sign",
  "sign-late",
  "contact",
  "answer-warning",
  "answer-due",
  "answer-late",
  "answer-supervision",
  "answer-leader",
  "answer-again",
  "promise",
  "stage",
  "assist",
  "assist-late",
  "supplement",
  "supplement-late",
  "confirm",
  "confirm-late",
] as const;
export type StepName = (typeof LADDER_STEPS)[number];

/** Who can be reminded. `handler` is, before signing, the head or who is on duty; `helper` is the assisting department. */
export const REMINDED = ["handler", "head", "helper", "company", "coordinator", "supervision", "leader"] as const;
export type Reminded = (typeof REMINDED)[number];

/** One span for every urgency, or one each. */
export type SpanByUrgency = LimitText | Partial<Record<Urgency, LimitText>>;

/**
 * What the park changes of one step: how long after the deadline (`after`), how long before it (`before`), or at which
 * share of the time (`at: 80%`); who is told; and the sentence. `to: []` switches it off.
 */
export interface StepChange {
  readonly after?: SpanByUrgency | undefined;
  readonly before?: SpanByUrgency | undefined;
  readonly at?: string | undefined;
  readonly to?: readonly Reminded[] | undefined;
  readonly text?: string | undefined;
}
export type LadderChanges = Partial<Record<StepName, StepChange>>;

/** What the park changes of the default limits, for all issues and for single categories (by code), of the ladder, of how long is known whom to call, and of routing. */
export interface Policy {
  readonly limits: LimitTable;
  readonly categories: Readonly<Record<string, LimitTable>>;
  readonly ladder: LadderChanges;
  /** So many days after an issue is over its contact data is masked. */
  readonly contactDays?: number | undefined;
  /** So many days after its end an issue's pictures and files are removed; FILES_KEPT_DAYS unless told. */
  readonly filesKeptDays?: number | undefined;
  readonly routing?: RoutingPolicy | undefined;
}

/** What the park asks before what was learned dispatches by itself; ROUTING_USUAL unless told. */
export interface RoutingPolicy {
  /** So many decisions have to be known of a unit. */
  readonly leastCases?: number | undefined;
  /** So much of it has to be right: `96%`. */
  readonly precision?: string | undefined;
}

/** At most one in twenty-five is wrong. */
export const ROUTING_USUAL = { leastCases: 10, precision: "96%" } as const;

/** Two years, in which whoever looks into a closed issue again finds its pictures. */
export const FILES_KEPT_DAYS = 730;

export interface Org {
  readonly park: Park;
  readonly departments: readonly Department[];
  readonly categories: readonly Category[];
  readonly enterprises: readonly Company[];
  readonly people: readonly Person[];
  readonly chats: readonly Chat[];
  readonly digests: readonly DigestSpec[];
  readonly themeDay?: ThemeDayRule | undefined;
  readonly holidays: Holidays;
  readonly policy: Policy;
}
