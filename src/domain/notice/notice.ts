import type { Audience } from "../issue/audience.ts";
import type { SealedFile } from "../issue/files.ts";
import type { RequestKind, State, SupervisionNumber } from "../issue/issue.ts";
import type { Action } from "../issue/lifecycle.ts";
import type { Origin, PlatformName } from "../park/org.ts";

/** A message that waits to be sent: facts and ids. The text is made when it goes, for the audience of its place. */

/** Who should have been told and cannot be reached: it is to be passed on. Where a text stands beside it, that is how it was kept before. */
export type Missed =
  | { readonly kind: "leaders" | "supervision-group" | "company-people" }
  | { readonly kind: "department" | "company"; readonly code: string }
  | { readonly kind: "people"; readonly names: readonly string[] };

/** What happened to an issue, as recorded: what every announcement of it says. Dates are ISO instants. */
export interface MoveFacts {
  readonly action: Action;
  readonly actor: string;
  /** The actor's department or company, for people. */
  readonly unit?: string | undefined;
  /** The actor speaks for the company, whose name is not for every audience. */
  readonly byCompany?: boolean;
  /** The coordinator said in the company's place what it raised in confidence. */
  readonly forCompany?: true;
  readonly state: State;
  readonly text?: string | undefined;
  readonly department?: string | undefined;
  /** A transfer: the department that had it before. */
  readonly previous?: string | undefined;
  readonly due?: string | undefined;
  readonly date?: string | undefined;
  readonly rating?: number | undefined;
  readonly request?: RequestKind | undefined;
  readonly level?: number | undefined;
  /** What was raised tells of danger to life. */
  readonly danger?: boolean | undefined;
  /** Of two issues that became one: the other. */
  readonly other?: number | undefined;
  /** How many other companies have the same concern now. */
  readonly joined?: number | undefined;
  /** Of a 督办 or 批示; of an answer to several, all of them. As it was kept before: words. */
  readonly number?: readonly SupervisionNumber[] | string | undefined;
  readonly instead?: Missed | string | undefined;
  /** The pictures and files that came with it; those that were there already, with their digests. */
  readonly files?: readonly (Pick<SealedFile, "id"> & Partial<SealedFile>)[] | undefined;
}

/**
 * A picture or document that is made when it goes. `to`: the ISO instant up to which it tells. `month`: as 2026-10; of it the report
 * as Word and as PDF, and the fingerprint of the record. A duty list (责任清单) is of what is open when it is made.
 */
export type AttachmentRef =
  | { readonly kind: "trend"; readonly to: string }
  | { readonly kind: "month-report" | "month-report-pdf" | "fingerprint"; readonly month: string }
  | { readonly kind: "duty-list" };

/** Somebody whom the org file does not know. `before`: the company that he named first, when he has named another. */
export interface GuestFacts {
  readonly platform: Origin;
  readonly userId: string;
  readonly name: string;
  readonly enterprise: string;
  readonly before?: string | undefined;
}

/** What a message is made from: its kind, and that kind's facts. Most kinds are known to their feature alone. */
export type NoticeBody = KnownBody | { readonly kind: string };

/** Those that parts below the features speak of. */
export type KnownBody =
  | { readonly kind: "move"; readonly facts: MoveFacts }
  | { readonly kind: "attachment"; readonly what: AttachmentRef }
  /** The answer to a message, as it was decided with it. */
  | {
      readonly kind: "reply";
      readonly card: unknown;
      /** The platform's id of the card that was pressed, which it takes the place of. */
      readonly replaces?: string;
    }
  | { readonly kind: "guest"; readonly facts: GuestFacts }
  /** As it was kept before: words. */
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

/** The audience as it is stored; a company's person by name. */
export type StoredAudience =
  | Exclude<Audience, { kind: "company" }>
  | { readonly kind: "company"; readonly person: string };

/** Whether a message is of this kind. */
export function isBody<Kind extends KnownBody["kind"]>(
  body: NoticeBody,
  kind: Kind,
): body is Extract<KnownBody, { kind: Kind }> {
  return body.kind === kind;
}

/** Whether a message tells of others that were given up. When it is given up itself, there is nothing more to tell of it. */
export function isTelling({ kind }: NoticeBody): boolean {
  return kind === "dead-letter" || kind === "dead-letters";
}
