import type { NoticeBody } from "../domain/notice/notice.ts";
import type { Park } from "../domain/park/park.ts";
import type { Card } from "../messages/card.ts";
import type { Reader } from "../messages/reader.ts";
import type { Db } from "../store/client.ts";

/** What a message is looked at with again when it goes: it may have waited over a weekend. */
export interface Look {
  readonly db: Db;
  readonly park: Park;
  readonly now: Date;
  /** The issue that the message is about. */
  readonly issueId: number | null;
}

/** One kind of message, whole: what is kept while it waits, how it is looked at again, and what it then says. */
export interface NoticeKind<Body extends NoticeBody = NoticeBody> {
  readonly name: Body["kind"];
  /** Whether one that could not go in time, and is not urgent, waits for the next opening like a new one. */
  readonly keepsHours: boolean;
  /** What is kept: facts and ids, never words. */
  of(facts: Omit<Body, "kind">): Body;
  /** Whether a message is of this kind. */
  is(body: NoticeBody): body is Body;
  /** The card for who reads it now. Null: there is nothing to say any more. */
  compose(body: NoticeBody, look: Look, reader: Reader): Promise<Card | null>;
}

/** Makes a kind of its two steps; `Fresh` is what the second look gives the card. */
export function noticeKind<Body extends NoticeBody, Fresh>(
  name: Body["kind"],
  steps: {
    readonly keepsHours?: true;
    /** Reads again what the facts speak of. Null: there is nothing to say any more. */
    lookAgain(body: Body, look: Look, reader: Reader): Promise<Fresh | null>;
    card(fresh: Fresh, reader: Reader): Card | null;
  },
): NoticeKind<Body> {
  return {
    name,
    keepsHours: steps.keepsHours ?? false,
    of: (facts) => bodyOf<Body>({ kind: name, ...facts }),
    is: (body): body is Body => body.kind === name,
    compose: async (body, look, reader) => {
      const fresh = await steps.lookAgain(bodyOf<Body>(body), look, reader);
      return fresh === null ? null : steps.card(fresh, reader);
    },
  };
}

/** The outbox keeps what this program alone has written, each kind under its own name. */
function bodyOf<Body extends NoticeBody>(body: NoticeBody): Body {
  return body as Body;
}

/** The kinds by name. Throws when two have the same. */
export function kindsByName(kinds: readonly NoticeKind[]): ReadonlyMap<string, NoticeKind> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  if (byName.size !== kinds.length) throw new Error("two kinds of notices have one name");
  return byName;
}
