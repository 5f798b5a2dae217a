import type { AttachmentRef } from "../domain/notice/notice.ts";
import type { PlatformName } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Shelf } from "../features/files/shelf.ts";
import type { Context } from "../issues/context.ts";
import type { OrgDesk } from "../org/desk.ts";
import type { SignIn } from "../platforms/sign-in.ts";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import type { Drafts } from "./admin/draft.ts";
import type { Live } from "./live.ts";
import type { ReportKeys } from "./report-keys.ts";
import type { Sessions } from "./sessions.ts";
import type { SignInStates } from "./sign-in-states.ts";
import type { Shared } from "./speaking.ts";
import type { Uploads } from "./uploads.ts";

/** A platform whose people sign in with their accounts of it. */
export interface WayIn {
  readonly name: PlatformName;
  readonly signIn: SignIn;
}

/** What the board stands on. */
export interface BoardDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly park: () => Park;
  readonly ctx: (tx: Db) => Context;
  /** Brings the program's clock up to date. */
  readonly present: () => Promise<Date>;
  readonly shared: Shared;
  readonly sessions: Sessions;
  readonly logger: Logger;
  readonly isHttps: boolean;
  /** Whether anybody may enter as anybody: among simulated chat programs alone. */
  readonly choosesPerson: boolean;
  /** The platforms by which people may sign in. */
  readonly waysIn: readonly WayIn[];
  readonly states: SignInStates;
  /** Of the form for companies; null: it is off. */
  readonly reports: ReportKeys | null;
  /** Whether anybody may read the figures without names. */
  readonly showsPublic: boolean;
  /** Something was written that may have to be sent and sealed. */
  readonly onDone: () => void;
  /** Tells open pages that something has happened. */
  readonly live: Live;
  /** Where the org is looked at and changed. */
  readonly org: OrgDesk;
  /** Keeps what was uploaded until it is confirmed. */
  readonly drafts: Drafts;
  /** Where the bytes of pictures and files are. */
  readonly shelf: Pick<Shelf, "get" | "put" | "remove">;
  /** Reads the forms with which some are sent. */
  readonly uploads: Uploads;
  /** A picture or document as it is now. Null: there is nothing of that kind. Rejects when it cannot be made. */
  readonly fileOf: (
    what: AttachmentRef,
    now: Date,
  ) => Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | null>;
  /** The public half of the key that signs the fingerprints of the record (PEM). Null: there is none. */
  readonly auditKey: string | null;
}
