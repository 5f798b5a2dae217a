import { createHmac, randomBytes } from "node:crypto";
import type { AttachmentRef } from "../../domain/notice/notice.ts";
import { monthSpan } from "../../domain/park/instants.ts";
import type { Block } from "../../messages/card.ts";
import { LINK_IS_OPEN, OPEN_LINK } from "../../messages/zh-cn/reports.ts";
import type { Attachment } from "../../platforms/platform.ts";
import type { Db } from "../../store/client.ts";
import { keepSetting } from "../../store/settings.ts";
import { isSame } from "../../store/tokens.ts";

/** Addresses under which a picture or document can be fetched without signing in, for a while. */

export const KIND_OF: Readonly<Record<AttachmentRef["kind"], Attachment["kind"]>> = {
  trend: "picture",
  "month-report": "file",
  "month-report-pdf": "file",
  fingerprint: "file",
  "duty-list": "file",
};

/** The argument of a list of what is open. */
const OPEN = "open";

const SETTING = "file_link_key";
const VALID_MS = 30 * 24 * 3_600_000;

export interface FileLinks {
  /** The address, good for 30 days from `now`. */
  to(what: AttachmentRef, now: Date): string;
  /** What a token stands for; null when this installation did not make it, or its time is over. */
  open(token: string, now: Date): AttachmentRef | null;
}

/** The key of the whole installation: made once, the same for all replicas, never shown. */
export async function fileLinkKey(db: Db): Promise<Buffer> {
  const kept = await keepSetting(db, SETTING, randomBytes(32).toString("base64"));
  if (typeof kept !== "string") throw new Error(`the setting ${SETTING} is not a text`);
  return Buffer.from(kept, "base64");
}

/**
 * A token is `kind.argument.end.signature`: the argument is the moment in milliseconds or the month, the end is in
 * seconds, the signature the HMAC-SHA256 of all before it.
 */
export function createFileLinks(publicUrl: string, key: Buffer): FileLinks {
  const sign = (claim: string) => createHmac("sha256", key).update(`chaxu file ${claim}`).digest("hex");
  return {
    to(what, now) {
      const ends = Math.floor((now.getTime() + VALID_MS) / 1000);
      const claim = `${what.kind}.${argumentOf(what)}.${ends}`;
      return `${publicUrl}/files/${claim}.${sign(claim)}`;
    },
    open(token, now) {
      const [kind = "", argument = "", ends = "", signature = "", ...more] = token.split(".");
      if (more.length > 0 || !isSame(signature, sign(`${kind}.${argument}.${ends}`))) return null;
      return Number(ends) * 1000 > now.getTime() ? refOf(kind, argument) : null;
    },
  };
}

function argumentOf(what: AttachmentRef): string {
  switch (what.kind) {
    case "trend":
      return String(new Date(what.to).getTime());
    case "month-report":
    case "month-report-pdf":
    case "fingerprint":
      return what.month;
    case "duty-list":
      return OPEN;
  }
}

/** A later version may have signed what this one does not know. */
function refOf(kind: string, argument: string): AttachmentRef | null {
  switch (kind) {
    case "trend": {
      const to = new Date(/^\d{1,15}$/.test(argument) ? Number(argument) : Number.NaN);
      return Number.isNaN(to.getTime()) ? null : { kind, to: to.toISOString() };
    }
    case "month-report":
    case "month-report-pdf":
    case "fingerprint":
      return monthSpan(argument, "UTC") === null ? null : { kind, month: argument };
    case "duty-list":
      return argument === OPEN ? { kind } : null;
    default:
      return null;
  }
}

/** A picture or document that the place itself cannot take. `reachable`: whether the platform can fetch and show a picture. */
export function linkBlocks(link: {
  readonly caption: string;
  readonly kind: Attachment["kind"];
  readonly url: string;
  readonly reachable: boolean;
}): readonly Block[] {
  const { caption, kind, url, reachable } = link;
  const shown: Block = { kind: "link", text: caption, url, picture: true };
  return [
    { kind: "text", text: caption },
    ...(kind === "picture" && reachable ? [shown] : []),
    { kind: "link", text: OPEN_LINK[kind], url },
    { kind: "hint", text: LINK_IS_OPEN },
  ];
}
