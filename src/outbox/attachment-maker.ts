import type { AttachmentRef } from "../domain/notice/notice.ts";
import type { Card } from "../messages/card.ts";
import type { Attachment } from "../platforms/platform.ts";
import { ChaxuError, messageOf } from "../shared/errors.ts";

/** What the outbox needs of the feature that makes pictures and documents. */
export interface AttachmentMaker {
  kindOf(what: AttachmentRef): Attachment["kind"];
  /** From the ledger as it stands. Null: there is nothing to send. Throws CannotMake. */
  make(what: AttachmentRef, now: Date): Promise<Attachment | null>;
  /** What goes to a place that takes none: its address. */
  linkCard(what: AttachmentRef, now: Date): Card;
}

/** That it cannot be drawn or written on this machine: trying again would not help. */
export class CannotMake extends ChaxuError {
  constructor(cause: unknown) {
    const message = `A picture or document cannot be made on this machine (${messageOf(cause)}). Is npm's package for this system and its processor there?`;
    super("cannot-make", message, { cause });
  }
}
