import type { Park } from "../domain/park/park.ts";
import type { Shelf } from "../features/files/shelf.ts";
import type { Context } from "../issues/context.ts";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import type { Live } from "./live.ts";
import type { Sessions } from "./sessions.ts";
import type { Shared } from "./speaking.ts";

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
  /** Something was written that may have to be sent and sealed. */
  readonly onDone: () => void;
  /** Tells open pages that something has happened. */
  readonly live: Live;
  /** Where the bytes of pictures and files are. */
  readonly shelf: Pick<Shelf, "get" | "put">;
  /** The picture of the trend up to a moment. Rejects when it cannot be drawn. */
  readonly trend: (to: Date) => Promise<Buffer>;
}
