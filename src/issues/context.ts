import type { Origin, PlatformName } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Db } from "../store/client.ts";
import { Lists } from "../store/lists.ts";
import type { Scene } from "../store/scene.ts";
import type { Writes } from "../store/writes.ts";

/** What every change of an issue works with: one transaction, one moment, the park in force. */
export interface Context {
  readonly db: Db;
  readonly now: Date;
  readonly park: Park;
  /** Where what is written need not be waited for before the end of the transaction. */
  readonly writes?: Writes;
  /** Until it resolves, nothing is written. */
  readonly admitted?: Promise<void> | undefined;
  /** What was read before. */
  readonly known?: Known;
  /** What was listed before, where nothing is written. */
  readonly lists?: Lists;
}

/** What a message's work has read of the park at its moment, so that it is not read again. */
export interface Known extends Pick<Scene, "onDuty" | "away" | "themeDay" | "issues" | "isFull"> {
  /** Of users (by their `userKey`) the companies that they say they are from; null: they say none. */
  readonly companies: Map<string, string | null>;
  /** The versions of the issues that were read or moved by now. */
  readonly versions: Map<number, number>;
}

/** The lists of what waits, read once for all that is shown where the context has them, else now. */
export function listsOf(ctx: Context): Lists {
  return ctx.lists ?? new Lists(ctx);
}

export function userKey(platform: Origin, userId: string): string {
  return `${platform} ${userId}`;
}

/** Waits for it at the end of the transaction where that is possible, else now. */
export async function write({ writes }: Pick<Context, "writes">, written: Promise<unknown>): Promise<void> {
  if (writes === undefined) await written;
  else writes.add(written);
}

/** Which message a change comes from. `chat`: the code of the chat where it was said, when the org file knows it. */
export interface Source {
  readonly platform: PlatformName | null;
  readonly messageId: string | null;
  readonly chat: string | null;
  /** What came with it, by the ids under which it is fetched. */
  readonly files?: readonly string[] | undefined;
}

/** The source of what the clock does. */
export const FROM_CLOCK: Source = { platform: null, messageId: null, chat: null };
