import type { AttachmentRef } from "../domain/notice.ts";
import type { ParkView } from "../domain/park-view.ts";
import { captionOf, fileNameOf } from "../messages/zh-cn/attachments.ts";
import type { Attachment } from "../platforms/platform.ts";
import { ChaxuError, messageOf } from "../shared/errors.ts";
import type { Db } from "../store/client.ts";
import { monthWords } from "./month-words.ts";
import { trendWords } from "./trend-words.ts";

export const KIND_OF = { trend: "picture", "month-report": "file" } as const;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** That it cannot be drawn or written on this machine: trying again would not help. */
export class CannotMake extends ChaxuError {
  constructor(cause: unknown) {
    const message = `A picture or document cannot be made on this machine (${messageOf(cause)}). Is npm's package for this system and its processor there?`;
    super("cannot-make", message, { cause });
  }
}

/** Makes a picture or document, from the ledger as it stands. Null: there is no such month. Throws CannotMake. */
export async function makeAttachment(
  db: Db,
  park: ParkView,
  what: AttachmentRef,
  now: Date,
): Promise<Attachment | null> {
  const { timeZone } = park.org.park;
  const words = { kind: KIND_OF[what.kind], name: fileNameOf(what, timeZone), caption: captionOf(what, timeZone, now) };
  switch (what.kind) {
    case "trend":
      return { ...words, mime: "image/png", bytes: await drawUntil(db, park, new Date(what.to), now) };
    case "month-report": {
      const report = await monthWords(db, park, what.month, now);
      if (report === null) return null;
      const picture = await drawUntil(db, park, report.to, now);
      const bytes = await making(async () => {
        const { writeMonthReport } = await import("../attachments/month-report.ts");
        return writeMonthReport({ ...report, picture });
      });
      return { ...words, mime: DOCX, bytes };
    }
  }
}

async function drawUntil(db: Db, park: ParkView, to: Date, now: Date): Promise<Buffer> {
  const trend = await trendWords(db, park, to, now);
  return making(async () => {
    const { drawTrend } = await import("../attachments/trend-picture.ts");
    return drawTrend(trend);
  });
}

/** The libraries are loaded when first used: they are large, one is native, and most processes live long without them. */
async function making(make: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await make();
  } catch (error) {
    throw new CannotMake(error);
  }
}
