/** What a file is, told from its first bytes and its list of contents, before anything of it is opened. */

export type FileProblem =
  | { readonly kind: "too-large" | "inflated" | "old-excel" | "password" | "no-excel" | "damaged" }
  | { readonly kind: "too-many-rows"; readonly sheet: string };

/** A list of people is some hundred kilobytes, and some megabytes unpacked. */
export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_UNPACKED = 20 * 1024 * 1024;
const MOST_ENTRIES = 1_000;

/** What a file may have at most, in bytes. */
export interface Most {
  readonly bytes: number;
  readonly unpacked: number;
}
const OF_PEOPLE: Most = { bytes: MOST_BYTES, unpacked: MOST_UNPACKED };

/** The container of .xls, and of a workbook with a password (MS-CFB 2.2). */
const CONTAINER = Buffer.from("d0cf11e0a1b11ae1", "hex");
/** Its stream when the content is encrypted (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const ZIP = Buffer.from("504b0304", "hex");

/** Whether this wants to be a workbook, of whatever kind. */
export function isArchive(bytes: Buffer): boolean {
  return [CONTAINER, ZIP].some((start) => bytes.subarray(0, start.length).equals(start));
}

/** Why these bytes are not to be opened as .xlsx, or null. */
export function archiveProblem(bytes: Buffer, most: Most = OF_PEOPLE): FileProblem | null {
  if (bytes.length > most.bytes) return { kind: "too-large" };
  if (bytes.subarray(0, CONTAINER.length).equals(CONTAINER)) {
    return { kind: bytes.includes(ENCRYPTED) ? "password" : "old-excel" };
  }
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) return { kind: "no-excel" };
  const sizes = unpackedSizes(bytes);
  if (sizes === null) return { kind: "damaged" };
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length > MOST_ENTRIES || all > most.unpacked ? { kind: "inflated" } : null;
}

const END = Buffer.from("504b0506", "hex");
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const STORED = 0;

/**
 * What each entry says to become, in bytes, by the central directory (APPNOTE 4.3.12). Null where that cannot be read, and
 * where an entry does not say it: the library unpacks no entry further than it says, and one that says nothing without end.
 */
function unpackedSizes(bytes: Buffer): readonly number[] | null {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > bytes.length) return null;
  const sizes: number[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const packed = bytes.readUInt32LE(at + 20);
    const unpacked = bytes.readUInt32LE(at + 24);
    const isStored = bytes.readUInt16LE(at + 10) === STORED;
    // An empty entry takes two bytes when it is packed.
    if (!isStored && unpacked === 0 && packed > 2) return null;
    sizes.push(isStored ? Math.max(packed, unpacked) : unpacked);
    at += ENTRY_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sizes;
}
