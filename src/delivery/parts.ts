import { captionOf } from "../domain/attachment.ts";
import type { AttachmentRef } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import { attachmentCard } from "../messages/attachment-card.ts";
import type { Card } from "../messages/card.ts";
import type { Destination, Part, Platform } from "../platforms/platform.ts";
import type { Db } from "../store/client.ts";
import type { StoredNotice } from "../store/notices.ts";
import { KIND_OF, makeAttachment } from "./attachment.ts";
import type { FileRoad } from "./file-road.ts";
import { present } from "./present.ts";

interface Scene {
  readonly db: Db;
  readonly park: ParkView;
  readonly files: FileRoad;
  readonly now: Date;
}

/** What has to be sent for a message. Nothing: there is nothing to say any more. */
export async function partsOf(
  scene: Scene,
  notice: StoredNotice,
  platform: Platform,
  destination: Destination,
): Promise<readonly Part[]> {
  const { db, park, now } = scene;
  const { body } = notice;
  if (body.kind === "attachment") return attachmentParts(scene, body.what, platform, destination);
  const card = await present(db, park, notice, now);
  return card === null ? [] : platform.render(destination, card);
}

async function attachmentParts(
  scene: Scene,
  what: AttachmentRef,
  platform: Platform,
  destination: Destination,
): Promise<readonly Part[]> {
  const { db, park, now } = scene;
  if (!platform.carries(destination, KIND_OF[what.kind])) return platform.render(destination, linkCard(scene, what));
  const attachment = await makeAttachment(db, park, what, now);
  if (attachment === null) return [];
  return [{ title: attachment.caption, text: attachment.caption, mentions: [], attachment }];
}

function linkCard({ park, files, now }: Scene, what: AttachmentRef): Card {
  const caption = captionOf(what, park.org.park.timeZone, now);
  const url = files.linkTo(what, now);
  return attachmentCard({ caption, kind: KIND_OF[what.kind], url, reachable: files.reachable });
}
