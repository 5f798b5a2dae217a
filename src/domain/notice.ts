import type { Audience } from "./audience.ts";
import type { Action } from "./lifecycle.ts";
import type { PlatformName, RungName } from "./org.ts";

/** A message that waits to be sent: facts and ids. The text is made when it goes, for the audience of its place. */

/** What happened to an issue, as recorded: what every announcement of it says. Dates are ISO instants. */
export interface MoveFacts {
  readonly action: Action;
  readonly actor: string;
  /** The actor's department or company, for people. */
  readonly unit?: string | undefined;
  /** The actor speaks for the company, whose name is not for every audience. */
  readonly byCompany?: boolean;
  readonly state: string;
  readonly text?: string | undefined;
  readonly department?: string | undefined;
  /** A transfer: the department that had it before. */
  readonly previous?: string | undefined;
  readonly due?: string | undefined;
  readonly date?: string | undefined;
  readonly rating?: number | undefined;
  readonly request?: "return" | "extend" | "hold" | undefined;
  readonly level?: number | undefined;
  /** The one who should have been told and cannot be reached: pass it on. */
  readonly instead?: string | undefined;
}

/** One reminder: a step of the ladder for an issue, a department where it is one's own, and the deadline it was given for. */
export interface ReminderItem {
  readonly issueId: number;
  readonly rung: RungName;
  readonly about: string;
  readonly deadline: string;
}

/** A picture or document that is made when it goes. `to`: the ISO instant up to which it tells. `month`: as 2026-10. */
export type AttachmentRef =
  | { readonly kind: "trend"; readonly to: string }
  | { readonly kind: "month-report"; readonly month: string };

export interface DigestFacts {
  readonly kind: "enterprise-weekly";
  readonly from: string;
  readonly to: string;
  /** Posted after its time, because the service was down. */
  readonly late: boolean;
  readonly total: Counts;
  readonly week: Counts;
  readonly raised: readonly number[];
  readonly moved: readonly number[];
  readonly solved: readonly number[];
  readonly next: readonly number[];
}

/** 收集 / 有措施 / 已解决 / 未解决. */
export interface Counts {
  readonly collected: number;
  readonly measured: number;
  readonly solved: number;
  readonly open: number;
}

export type NoticeBody =
  | { readonly kind: "move"; readonly facts: MoveFacts }
  | { readonly kind: "digest"; readonly facts: DigestFacts }
  /** Several reminders for one place at one time are one message. */
  | { readonly kind: "reminders"; readonly items: readonly ReminderItem[] }
  | { readonly kind: "attachment"; readonly what: AttachmentRef }
  /** The answer to a message, as it was decided with it. */
  | { readonly kind: "reply"; readonly card: unknown }
  | { readonly kind: "dead-letter"; readonly notice: number; readonly place: string; readonly reason: string }
  | { readonly kind: "guest"; readonly who: string; readonly enterprise: string };

/** Where a message goes. A chat by its code; a person by platform id; a reply by its address while that lives. */
export type Target =
  | { readonly kind: "chat"; readonly code: string }
  | { readonly kind: "person"; readonly platform: PlatformName; readonly userId: string; readonly name: string }
  | {
      readonly kind: "reply";
      readonly platform: PlatformName;
      readonly url: string | null;
      readonly expiresAt: string | null;
      readonly chatId: string | null;
      readonly userId: string | null;
    };

export interface NewNotice {
  readonly target: Target;
  readonly audience: StoredAudience;
  readonly body: NoticeBody;
  readonly issueId: number | null;
  readonly mention: readonly string[];
  /** Does not wait for working hours or behind slower messages: replies, and what is urgent. */
  readonly express: boolean;
}

/** The audience as it is stored; a company's person by name. */
export type StoredAudience =
  | Exclude<Audience, { kind: "company" }>
  | { readonly kind: "company"; readonly person: string };
