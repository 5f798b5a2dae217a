import type { Db } from "./client.ts";
import { signInStates } from "./schema-board.ts";
import { tokenDigest } from "./tokens.ts";

/** Notes that somebody came back from a platform with this state. False: it was used before. */
export async function useSignInState(db: Db, state: string, endsAt: Date): Promise<boolean> {
  const digest = tokenDigest(state);
  const rows = await db
    .insert(signInStates)
    .values({ digest, endsAt })
    .onConflictDoNothing({ target: signInStates.digest })
    .returning({ digest: signInStates.digest });
  return rows.length > 0;
}
