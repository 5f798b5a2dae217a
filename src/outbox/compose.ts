import { type AttachmentRef, isBody } from "../domain/notice/notice.ts";
import type { Park } from "../domain/park/park.ts";
import { issuesMovedBy, withMarks } from "../messages/buttons.ts";
import { type Card, isCard, type Mention } from "../messages/card.ts";
import { Reader } from "../messages/reader.ts";
import { REST_LEFT_OUT } from "../messages/zh-cn/terms.ts";
import {
  type Address,
  type Attachment,
  type Delivery,
  gaveUp,
  type Part,
  type Platform,
} from "../platforms/platform.ts";
import { ChaxuError, messageOf } from "../shared/errors.ts";
import { versionsOf } from "../store/cards.ts";
import type { Db } from "../store/client.ts";
import type { StoredNotice } from "../store/notices.ts";
import type { NoticeKind } from "./notice-kind.ts";
import { readerOf } from "./reader-of.ts";

/** What the outbox needs of the feature that makes pictures and documents. */
export interface AttachmentMaker {
  kindOf(what: AttachmentRef): Attachment["kind"];
  /** From the ledger as it stands. Null: there is nothing to send. Throws CannotMake. */
  make(what: AttachmentRef, now: Date): Promise<Attachment | null>;
  /** What goes to a place that takes none: its address. */
  linkCard(what: AttachmentRef, now: Date): Card;
}

/** That it cannot be drawn or written on this machine: trying again would not help. */
export class CannotMake extends ChaxuError {
  constructor(cause: unknown) {
    const message = `A picture or document cannot be made on this machine (${messageOf(cause)}). Is npm's package for this system and its processor there?`;
    super("cannot-make", message, { cause });
  }
}

export interface Scene {
  readonly db: Db;
  readonly park: Park;
  readonly files: AttachmentMaker;
  readonly now: Date;
  readonly kinds: ReadonlyMap<string, NoticeKind>;
}

type GaveUp = Extract<Delivery, { state: "gave-up" }>;

/**
 * What has to be sent for a message, or why that cannot be. Nothing: there is nothing to say any more.
 * Throws CannotMake for a picture or document.
 */
export async function partsOf(
  scene: Scene,
  notice: StoredNotice,
  platform: Platform,
  address: Address,
): Promise<readonly Part[] | GaveUp> {
  const { body } = notice;
  const reader = await readerOf(scene.db, scene.park, notice);
  if (reader === null) return gaveUp("person-gone");
  if (isBody(body, "attachment")) return attachmentParts(scene, body.what, platform, address);
  const card = await cardOf(scene, notice, new Reader(reader, scene));
  if (card === null) return [];
  const replaces = isBody(body, "reply") ? body.replaces : undefined;
  return atMostTen(platform.render(address, await marked(scene.db, notice, card), replaces));
}

/** With the versions of the issues that its steps move: of its own issue the one that it tells of, of others the present ones. */
async function marked(db: Db, { body, issueId, issueVersion }: StoredNotice, card: Card): Promise<Card> {
  // An answer has them from when it was made.
  const ids = isBody(body, "reply") ? [] : issuesMovedBy(card);
  if (ids.length === 0) return card;
  const known: readonly (readonly [number, number])[] =
    issueId === null || issueVersion === null ? [] : [[issueId, issueVersion]];
  const others = await versionsOf(
    db,
    ids.filter((id) => known.every(([one]) => one !== id)),
  );
  return withMarks(card, { versions: new Map([...others, ...known]) });
}

/** The card of a message that is neither picture nor document, for the reader of its place; nothing: as of `partsOf`. */
export async function cardFor(scene: Scene, notice: StoredNotice): Promise<Card | null | GaveUp> {
  const reader = await readerOf(scene.db, scene.park, notice);
  return reader === null ? gaveUp("person-gone") : cardOf(scene, notice, new Reader(reader, scene));
}

/** What a message says, for the reader of its place. Null: there is nothing to say any more. Throws for a kind that nobody knows. */
export async function cardOf(
  scene: Pick<Scene, "db" | "park" | "now" | "kinds">,
  notice: StoredNotice,
  reader: Reader,
): Promise<Card | null> {
  const { body, issueId } = notice;
  // An answer was made with what it answers.
  if (isBody(body, "reply")) return isCard(body.card) ? body.card : null;
  const kind = scene.kinds.get(body.kind);
  if (kind === undefined) throw new Error("a message of a kind that no feature has");
  const card = await kind.compose(body, { db: scene.db, park: scene.park, now: scene.now, issueId }, reader);
  const people = mentionsOf(notice, scene.park);
  return card === null || people.length === 0 ? card : { blocks: [...card.blocks, { kind: "mention", people }] };
}

/** The people to alert, by their id on the platform of the chat; who has none there cannot be alerted. */
function mentionsOf(notice: StoredNotice, { directory }: Park): Mention[] {
  if (notice.target.kind !== "chat") return [];
  const chat = directory.chat(notice.target.code);
  return notice.mention.flatMap((name) => {
    const userId = chat === undefined ? undefined : directory.person(name)?.[chat.platform];
    return userId === undefined ? [] : [{ userId, name }];
  });
}

const MOST_PARTS = 10;

/** More would bury a chat: what is left out is told in the last one. */
export function atMostTen(parts: readonly Part[]): readonly Part[] {
  const [first] = parts;
  if (first === undefined || parts.length <= MOST_PARTS) return parts;
  return [...parts.slice(0, MOST_PARTS - 1), { title: first.title, text: REST_LEFT_OUT, mentions: [] }];
}

async function attachmentParts(
  { files, now }: Scene,
  what: AttachmentRef,
  platform: Platform,
  address: Address,
): Promise<readonly Part[]> {
  if (!platform.carries(address, files.kindOf(what))) {
    return platform.render(address, files.linkCard(what, now));
  }
  const attachment = await files.make(what, now);
  if (attachment === null) return [];
  return [{ title: attachment.caption, text: attachment.caption, mentions: [], attachment }];
}
