import { BY_COMMAND_LINE } from "../messages/zh-cn/ledger.ts";
import type { Db } from "../store/client.ts";
import { recordExported } from "../store/disclosures.ts";

/** Notes that a file has the issues (of one company, or all) by now, as a look is noted of who asks on a page. How many issues that were. */
export function noteExported(db: Db, at: Date, enterprise?: string): Promise<number> {
  return recordExported(db, { person: BY_COMMAND_LINE, at }, enterprise);
}
