import { captionOf } from "../domain/attachment.ts";
import type { AttachmentRef } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import { attachmentCard } from "../messages/attachment-card.ts";
import type { Card } from "../messages/card.ts";
import { REST_LEFT_OUT } from "../messages/zh-cn.ts";
import { type Delivery, type Destination, gaveUp, type Part, type Platform } from "../platforms/platform.ts";
import type { Db } from "../store/client.ts";
import type { StoredNotice } from "../store/notices.ts";
import { KIND_OF } from "./attachment.ts";
import type { FileRoad } from "./file-road.ts";
import { present } from "./present.ts";
import { readerOf } from "./reader.ts";

interface Scene {
  readonly db: Db;
  readonly park: ParkView;
  readonly files: FileRoad;
  readonly now: Date;
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
  destination: Destination,
): Promise<readonly Part[] | GaveUp> {
  const { body } = notice;
  const reader = await readerOf(scene.db, scene.park, notice);
  if (reader === null) return gaveUp("person-gone");
  if (body.kind === "attachment") return attachmentParts(scene, body.what, platform, destination);
  const card = await present(scene, notice, reader);
  return card === null ? [] : atMostTen(platform.render(destination, card));
}

const MOST_PARTS = 10;

/** More would bury a chat: what is left out is told in the last one. */
export function atMostTen(parts: readonly Part[]): readonly Part[] {
  const [first] = parts;
  if (first === undefined || parts.length <= MOST_PARTS) return parts;
  return [...parts.slice(0, MOST_PARTS - 1), { title: first.title, text: REST_LEFT_OUT, mentions: [] }];
}

async function attachmentParts(
  scene: Scene,
  what: AttachmentRef,
  platform: Platform,
  destination: Destination,
): Promise<readonly Part[]> {
  if (!platform.carries(destination, KIND_OF[what.kind])) return platform.render(destination, linkCard(scene, what));
  const attachment = await scene.files.make(what, scene.now);
  if (attachment === null) return [];
  return [{ title: attachment.caption, text: attachment.caption, mentions: [], attachment }];
}

function linkCard({ park, files, now }: Scene, what: AttachmentRef): Card {
  const caption = captionOf(what, park.org.park.timeZone, now);
  const url = files.linkTo(what, now);
  return attachmentCard({ caption, kind: KIND_OF[what.kind], url, reachable: files.reachable });
}
