import type { AttachmentRef } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import type { Attachment } from "../platforms/platform.ts";
import type { Db } from "../store/client.ts";
import { makeAttachment } from "./attachment.ts";
import { createFileLinks, fileLinkKey } from "./links.ts";

/** How pictures and documents are made, and reach the places that do not take them: by a link that is good for a while. */
export interface FileRoad {
  /** Null: there is no such month. Throws CannotMake. */
  make(what: AttachmentRef, now: Date): Promise<Attachment | null>;
  /** The address, good for 30 days from `now`. */
  linkTo(what: AttachmentRef, now: Date): string;
  /** What stands behind a link's token, made anew. Null when the token is wrong or its time is over. */
  open(token: string, now: Date): Promise<Attachment | null>;
  /** Whether the platforms' own servers can fetch from there: it is public, and https. */
  readonly reachable: boolean;
}

export async function createFileRoad(parts: {
  readonly db: Db;
  readonly park: () => ParkView;
  readonly publicUrl: string;
  readonly reachable: boolean;
}): Promise<FileRoad> {
  const links = createFileLinks(parts.publicUrl, await fileLinkKey(parts.db));
  const make: FileRoad["make"] = (what, now) => makeAttachment(parts.db, parts.park(), what, now);
  return {
    make,
    linkTo: links.to,
    reachable: parts.reachable,
    async open(token, now) {
      const what = links.open(token, now);
      return what === null ? null : make(what, now);
    },
  };
}
