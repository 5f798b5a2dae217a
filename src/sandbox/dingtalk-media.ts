import { pictureType, type SimFile, Uploads } from "./media.ts";
import type { SentFiles } from "./sent-files.ts";

/** Pictures and files of the simulated DingTalk: media/upload, and what `sampleImageMsg` and `sampleFile` show. */

const MAX_BYTES = 20 * 1024 * 1024;
const FILE_TYPES = new Set(["doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"]);
/** What `sampleFile` takes (robot-message-type): fewer than may be uploaded. */
const SENT_TYPES = new Set(["xlsx", "pdf", "zip", "rar", "doc", "docx"]);

type Fields = Readonly<Record<string, unknown>>;

export interface Shown {
  readonly format: "picture" | "file";
  readonly file: SimFile;
}

export class DingtalkMedia {
  readonly #uploads = new Uploads();

  /** The answer of media/upload: HTTP 200 also when it refuses. */
  upload(type: string, file: SimFile | null, now: number): object {
    if (type !== "image" && type !== "file") return refusal(40004, "不合法的媒体文件类型");
    if (file === null || file.bytes.length === 0) return refusal(41005, "缺少多媒体文件数据");
    if (file.bytes.length > MAX_BYTES) return refusal(40006, "不合法的文件大小");
    const fits = type === "image" ? pictureType(file.bytes) !== null : FILE_TYPES.has(endingOf(file.name));
    if (!fits) return refusal(40005, "不合法的文件类型");
    const id = this.#uploads.keep({ owner: "", type, file, endsAt: Number.POSITIVE_INFINITY });
    return { errcode: 0, errmsg: "ok", media_id: `@${id}`, type, created_at: now };
  }

  /** What a message of these kinds shows; a text says why it is refused; null for another kind. */
  shownBy(msgKey: unknown, param: Fields, now: number): Shown | string | null {
    const known = (id: unknown, type: string) =>
      typeof id === "string" && id.startsWith("@") ? this.#uploads.take(id.slice(1), "", type, now) : null;
    if (msgKey === "sampleImageMsg") {
      const file = known(param["photoURL"], "image");
      return file === null ? "photoURL is no media id" : { format: "picture", file };
    }
    if (msgKey !== "sampleFile") return null;
    const { mediaId, fileName, fileType } = param;
    const file = known(mediaId, "file");
    if (file === null) return "mediaId is unknown";
    if (typeof fileName !== "string" || typeof fileType !== "string" || !SENT_TYPES.has(fileType)) {
      return "fileName or fileType is wrong";
    }
    return { format: "file", file: { ...file, name: fileName } };
  }
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function refusal(errcode: number, errmsg: string): object {
  return { errcode, errmsg };
}

/** Where the bytes of a code are, for a while (download-the-file-content-of-the-robot-receiving-message). */
export function addressOfCode(
  sent: SentFiles,
  ourCode: string,
  { downloadCode: code, robotCode }: Readonly<Record<string, unknown>>,
): { readonly status: number; readonly body: object } {
  if (robotCode !== ourCode || typeof code !== "string" || sent.find(code) === null) {
    return { status: 400, body: { code: "invalidParameter.downloadCode", message: "the download code is invalid" } };
  }
  return { status: 200, body: { downloadUrl: sent.addressOf(code) } };
}
