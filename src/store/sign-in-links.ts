import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "./client.ts";
import { signInLinks } from "./schema-board.ts";
import { tokenDigest } from "./tokens.ts";

/** Keeps a new link for a person. Gives its token, which stands in the message that brings it, and nowhere else. */
export async function keepSignInLink(db: Db, person: string, endsAt: Date): Promise<string> {
  // Of digits and letters alone: some chat programs write anything else in a link otherwise.
  const token = randomBytes(24).toString("hex");
  await db.insert(signInLinks).values({ digest: tokenDigest(token), person, endsAt });
  return token;
}

/** Uses a link up, and gives whose it is. Null: there is none, it was used, or its time is over. */
export async function useSignInLink(db: Db, token: string, now: Date): Promise<string | null> {
  const fresh = and(
    eq(signInLinks.digest, tokenDigest(token)),
    isNull(signInLinks.usedAt),
    gt(signInLinks.endsAt, now),
  );
  const rows = await db.update(signInLinks).set({ usedAt: now }).where(fresh).returning({ person: signInLinks.person });
  return rows[0]?.person ?? null;
}
