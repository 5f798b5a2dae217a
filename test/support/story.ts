import { onTestFinished } from "vitest";
import { freshDatabase } from "./databases.ts";
import { type Park, startPark } from "./park.ts";

/** A park of a test's own on a fresh PostgreSQL, taken away when the test ends. `at`: where its clock stands first. */
export async function openPark(at: string, env: Record<string, string> = {}): Promise<Park> {
  const database = await freshDatabase("postgresql");
  onTestFinished(() => database.drop());
  const park = await startPark(database, at, env);
  onTestFinished(() => park.close());
  return park;
}

/** The first line of each message, without its heading's marks: what a group was told, in order. */
export function headlines(messages: readonly string[]): readonly string[] {
  return messages.map((text) => (text.split("\n")[0] ?? "").replace(/^#+ /, ""));
}
