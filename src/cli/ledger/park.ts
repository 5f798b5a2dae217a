import { openClock } from "../../app.ts";
import type { Config } from "../../config.ts";
import { createPark } from "../../domain/park/park.ts";
import { withRecognised } from "../../domain/park/recognition.ts";
import { Reader } from "../../messages/reader.ts";
import { GONE } from "../../messages/zh-cn/places.ts";
import { OffsetClock } from "../../shared/clock.ts";
import type { Db } from "../../store/client.ts";
import { readRecognised } from "../../store/recognised.ts";
import { orgInForce } from "../org/accounts.ts";
import type { ToldTerminal } from "../terminal.ts";

/**
 * Who works at the terminal sees what the coordinator sees, by the program's clock. Null: the org file has mistakes, which are
 * said. Without a database it is the org file that a start would take, by the machine's clock.
 */
export async function readerAtTerminal(terminal: ToldTerminal, db: Db | null, config: Config): Promise<Reader | null> {
  const org = await orgInForce(terminal, db, config);
  if (org === null) return null;
  // Nothing is sent from here, and nobody's name is hidden.
  const park = createPark(
    withRecognised(org, db === null ? [] : await readRecognised(db)),
    () => false,
    new Map(),
    GONE,
  );
  const clock = db === null ? new OffsetClock() : await openClock(config, db);
  return new Reader({ kind: "coordinator" }, { park, now: clock.now() });
}
