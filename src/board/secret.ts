import { createHash, randomBytes } from "node:crypto";
import type { Db } from "../store/client.ts";
import { keepSetting } from "../store/settings.ts";

const SETTING = "session-secret";

/** What signs sessions: what the operator has set, else one that is made once and kept in the database, for all replicas. */
export async function sessionSecret(db: Db, given: string | undefined, use: "simulation" | "park"): Promise<Buffer> {
  // Who may be anybody in a sandbox is nobody in the park, though both were given the same.
  if (given !== undefined) return createHash("sha256").update(`${use} ${given}`).digest();
  const kept = await keepSetting(db, SETTING, randomBytes(32).toString("base64"));
  if (typeof kept !== "string") throw new Error(`the setting ${SETTING} is not a text`);
  return Buffer.from(kept, "base64");
}
