import { eq } from "drizzle-orm";
import type { Db } from "./client.ts";
import { reportLinks } from "./schema-board.ts";
import { tokenDigest } from "./tokens.ts";

/**
 * Keeps that this token leads to an issue. The token stands in the address that its company was given, and nowhere else. False: it
 * leads to one already.
 */
export async function keepReportLink(db: Db, token: string, issueId: number): Promise<boolean> {
  const rows = await db
    .insert(reportLinks)
    .values({ digest: tokenDigest(token), issueId })
    .onConflictDoNothing({ target: reportLinks.digest })
    .returning({ issueId: reportLinks.issueId });
  return rows.length > 0;
}

/** The issue that a token leads to; null: there is none. */
export async function issueBehind(db: Db, token: string): Promise<number | null> {
  const [row] = await db
    .select({ issueId: reportLinks.issueId })
    .from(reportLinks)
    .where(eq(reportLinks.digest, tokenDigest(token)));
  return row?.issueId ?? null;
}
