import type { Missed, NoticeBody } from "../domain/notice/notice.ts";
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
  /** Issue by issue, of one that may tell of several. Null: it is about the one that it was queued with, or about none. */
  apart(body: NoticeBody): readonly AboutOne[] | null;
  /** The same for who is to pass it on. Null: this kind is for nobody else. */
  passedOn(body: NoticeBody, missed: PassedOn): NoticeBody | null;
}

/** What a message says of one of its issues. */
export interface AboutOne {
  readonly issueId: number;
  readonly body: NoticeBody;
}

/** Whom it did not reach, and of which company (its code) they are, where it is a company's. */
export interface PassedOn {
  readonly missed: Missed;
  readonly company: string | null;
}

/** Makes a kind of its two steps; `Fresh` is what the second look gives the card. */
export function noticeKind<Body extends NoticeBody, Fresh>(
  name: Body["kind"],
  steps: {
    readonly keepsHours?: true;
    /** Reads again what the facts speak of. Null: there is nothing to say any more. */
    lookAgain(body: Body, look: Look, reader: Reader): Promise<Fresh | null>;
    card(fresh: Fresh, reader: Reader): Card | null;
    apart?(body: Body): readonly { readonly issueId: number; readonly body: Body }[] | null;
    passedOn?(body: Body, missed: PassedOn): Body;
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
    apart: (body) => steps.apart?.(bodyOf<Body>(body)) ?? null,
    passedOn: (body, missed) => steps.passedOn?.(bodyOf<Body>(body), missed) ?? null,
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
