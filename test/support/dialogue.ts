import { asc, gt } from "drizzle-orm";
import { expect } from "vitest";
import { KEPT_FILES } from "../../src/domain/issue/files.ts";
import { events } from "../../src/store/schema-record.ts";
import type { Park } from "./park.ts";

/** What a line of a story comes to. */
export interface Comes {
  /** What the answer says, in whole or in parts; null: nothing at all. */
  readonly says: string | readonly string[] | null;
  /** What the answer must not say. */
  readonly not?: RegExp;
  /** What stands newly in the record, as `sign #1 in_progress`; nothing, unless told. */
  readonly does?: readonly string[];
  /** A part of the bot's message in that chat that is quoted: the newest that has it. */
  readonly quotes?: string;
  readonly pictures?: number;
  readonly messageId?: string;
}

/** Says a line, `person chat`, and looks at what is answered and at what is in the record after it. */
export type Talk = (who: string, text: string, comes: Comes) => Promise<string>;

/** Tells a story in a park line by line; what stood in the record before it does not count. */
export async function talkIn(park: Park): Promise<Talk> {
  const { db } = park.app;
  const after = (seq: number) => db.select().from(events).where(gt(events.seq, seq)).orderBy(asc(events.seq));
  let seen = (await after(0)).at(-1)?.seq ?? 0;
  return async (who, text, { says, not, does = [], quotes, ...manner }) => {
    const [person = "", chat = ""] = who.split(" ");
    const quoted = quotes === undefined ? {} : { quotes: messageOf(park, chat === "direct" ? person : chat, quotes) };
    const answer = await park.say(person, chat, text, { ...manner, ...quoted });
    const line = `${who}: ${text}`;
    if (says === null) expect(answer, line).toBe("");
    for (const part of [says ?? []].flat()) expect(answer, line).toContain(part);
    if (not !== undefined) expect(answer, line).not.toMatch(not);
    // That a picture was kept is in the record as well, behind the answer, and no move.
    const fresh = (await after(seen)).filter(({ action }) => action !== KEPT_FILES);
    seen = fresh.at(-1)?.seq ?? seen;
    expect(
      fresh.map(({ action, issueId, toState }) => `${action} #${issueId} ${toState}`),
      line,
    ).toEqual(does);
    return answer;
  };
}

function messageOf(park: Park, chat: string, part: string): string {
  const found = park.messages(chat).findLast((one) => one.from === null && one.text.includes(part));
  if (found === undefined) throw new Error(`in ${chat} nothing says ${part}`);
  return found.id;
}
