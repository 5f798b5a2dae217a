/** What is taken in: common pictures, PDF and what offices write in. What a file is, its first bytes say, never its name. */

/** In bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** So many go with one form of a page. */
export const MOST_ATTACHED = 3;

const WORD = "application/vnd.openxmlformats-officedocument";

/** By what their bytes say, each with its name's ending. */
const TYPES: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/bmp": "bmp",
  "image/tiff": "tif",
  "image/heic": "heic",
  "image/heif": "heif",
  "application/pdf": "pdf",
  [`${WORD}.wordprocessingml.document`]: "docx",
  [`${WORD}.spreadsheetml.sheet`]: "xlsx",
  [`${WORD}.presentationml.presentation`]: "pptx",
};

/** The older documents of offices have one form for all: which it is, the name says. */
const COMPOUND = "application/x-cfb";
const COMPOUND_TYPES: Readonly<Record<string, string>> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
  wps: "application/vnd.ms-works",
  et: "application/vnd.ms-excel",
  dps: "application/vnd.ms-powerpoint",
};

export interface Accepted {
  readonly mime: string;
}

/** Null: it is nothing that is taken in. `name`: as its sender or the platform calls it. */
export async function acceptedType(bytes: Buffer, name: string | null): Promise<Accepted | null> {
  // Loaded when it is needed first: most processes live long without it.
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(new Uint8Array(bytes)).catch(() => undefined);
  if (found === undefined) return null;
  if (Object.hasOwn(TYPES, found.mime)) return { mime: found.mime };
  if (found.mime !== COMPOUND) return null;
  const ending = /\.([a-z]{2,3})$/i.exec(name ?? "")?.[1]?.toLowerCase() ?? "";
  const mime = COMPOUND_TYPES[ending];
  return mime === undefined ? null : { mime };
}

/** Whether it is a picture by what it is. */
export function isPicture(mime: string): boolean {
  return mime.startsWith("image/");
}

/** With what the name of such a file ends. */
export function endingOf(mime: string): string {
  const compound = Object.entries(COMPOUND_TYPES).find(([, one]) => one === mime)?.[0];
  return TYPES[mime] ?? compound ?? "bin";
}

/** What browsers show as it is, and can do no harm by that. */
const SHOWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp"]);

export function isShown(mime: string | null): boolean {
  return mime !== null && SHOWN.has(mime);
}

/** What a name must not hold: ways to other folders, and what is not seen. */
export function safeName(name: string | null): string | null {
  const safe = name
    ?.normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[<>:"|?*]/g, "_")
    .trim();
  return safe === undefined || safe === "" ? null : [...safe].slice(-100).join("");
}
