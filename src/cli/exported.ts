import { BY_COMMAND_LINE } from "../messages/zh-cn/ledger.ts";
import type { Db } from "../store/client.ts";
import { recordDisclosures } from "../store/disclosures.ts";
import type { Exported } from "../store/taken-over.ts";

/** That contact data and the companies behind the confidential ones stand in a file now, as it is noted of who asks for them on a page. */
export async function noteExported(db: Db, { all, confidential }: Exported, at: Date): Promise<void> {
  const look = { person: BY_COMMAND_LINE, platform: null, chat: null, messageId: null, at };
  await recordDisclosures(db, all, { ...look, kind: "contacts" }, null);
  await recordDisclosures(db, confidential, { ...look, kind: "company" }, null);
}
