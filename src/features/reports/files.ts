import type { AttachmentRef } from "../../domain/notice/notice.ts";
import type { Park } from "../../domain/park/park.ts";
import type { Context } from "../../issues/context.ts";
import { readFingerprint, textOf } from "../../issues/fingerprint.ts";
import { fingerprintFile } from "../../messages/zh-cn/fingerprint.ts";
import { captionOf, fileNameOf } from "../../messages/zh-cn/reports.ts";
import { type AttachmentMaker, CannotMake } from "../../outbox/compose.ts";
import type { Paper } from "../../papers/paper.ts";
import type { Attachment } from "../../platforms/platform.ts";
import type { Db } from "../../store/client.ts";
import { createFileLinks, fileLinkKey, KIND_OF, linkBlocks } from "./links.ts";
import { readMonth } from "./month.ts";
import { monthPaper } from "./month-paper.ts";
import { readTrend } from "./trend.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const TEXT = "text/plain; charset=utf-8";

/** How pictures and documents are made, and reach the places that do not take them: by a link that is good for a while. */
export interface Files extends AttachmentMaker {
  /** The address, good for 30 days from `now`. */
  linkTo(what: AttachmentRef, now: Date): string;
  /** What stands behind a link's token, made anew. Null when the token is wrong or its time is over. Throws CannotMake. */
  open(token: string, now: Date): Promise<Attachment | null>;
}

export async function createFiles(parts: {
  readonly db: Db;
  readonly park: () => Park;
  readonly publicUrl: string;
  /** Whether the platforms' own servers can fetch from there: it is public, and https. */
  readonly reachable: boolean;
  /** The list of duties as it stands, for the supervision group. */
  readonly duties: DutyList;
}): Promise<Files> {
  const { db, park, reachable, duties } = parts;
  const links = createFileLinks(parts.publicUrl, await fileLinkKey(db));
  const make: Files["make"] = (what, now) => makeFile({ db, park: park(), now }, what, duties);
  return {
    kindOf: (what) => KIND_OF[what.kind],
    make,
    linkTo: links.to,
    linkCard: (what, now) => {
      const caption = captionOf(what, park().org.park.timeZone, now);
      return { blocks: linkBlocks({ caption, kind: KIND_OF[what.kind], url: links.to(what, now), reachable }) };
    },
    async open(token, now) {
      const what = links.open(token, now);
      return what === null ? null : make(what, now);
    },
  };
}

type DutyList = (ctx: Context) => Promise<Paper>;

/** Null: there is no such month, or nothing of that kind in it. */
async function makeFile(ctx: Context, what: AttachmentRef, duties: DutyList): Promise<Attachment | null> {
  const { timeZone } = ctx.park.org.park;
  const caption = captionOf(what, timeZone, ctx.now);
  const named = { kind: KIND_OF[what.kind], name: fileNameOf(what, timeZone, ctx.now), caption };
  switch (what.kind) {
    case "trend":
      return { ...named, mime: "image/png", bytes: await drawUntil(ctx, new Date(what.to)) };
    case "month-report":
    case "month-report-pdf": {
      const paper = await readMonthPaper(ctx, what.month);
      return paper === null ? null : { ...named, ...(await (what.kind === "month-report" ? asWord : asPdf)(paper)) };
    }
    case "duty-list":
      return { ...named, ...(await asWord(await duties(ctx))) };
    case "fingerprint": {
      const kept = await readFingerprint(ctx.db, what.month);
      if (kept === null) return null;
      return { ...named, mime: TEXT, bytes: Buffer.from(fingerprintFile(kept, textOf(kept), timeZone)) };
    }
  }
}

async function readMonthPaper(ctx: Context, month: string): Promise<Paper | null> {
  const report = await readMonth(ctx, month);
  return report === null ? null : monthPaper(report, await drawUntil(ctx, report.to));
}

async function asWord(paper: Paper) {
  const bytes = await making(async () => (await import("../../papers/word.ts")).wordOf(paper));
  return { mime: DOCX, bytes };
}

async function asPdf(paper: Paper) {
  const bytes = await making(async () => (await import("../../papers/pdf.ts")).pdfOf(paper));
  return { mime: "application/pdf", bytes };
}

async function drawUntil(ctx: Context, to: Date): Promise<Buffer> {
  const trend = await readTrend(ctx, to);
  return making(async () => {
    const { drawTrend } = await import("./trend-picture.ts");
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
