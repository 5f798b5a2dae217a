import type { PlatformName } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Db } from "../store/client.ts";

/** What every change of an issue works with: one transaction, one moment, the park in force. */
export interface Context {
  readonly db: Db;
  readonly now: Date;
  readonly park: Park;
}

/** Which message a change comes from. `chat`: the code of the chat where it was said, when the org file knows it. */
export interface Source {
  readonly platform: PlatformName | null;
  readonly messageId: string | null;
  readonly chat: string | null;
}

/** The source of what the clock does. */
export const FROM_CLOCK: Source = { platform: null, messageId: null, chat: null };
