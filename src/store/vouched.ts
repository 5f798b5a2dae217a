import { type SQL, sql } from "drizzle-orm";

/** The contrary of `isUnvouched`, as a condition: the issue is its company's. In brackets of its own. */
export const VOUCHED: SQL = sql.raw("(reporter_platform <> 'form' or reporter_verified)");
