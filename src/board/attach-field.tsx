import { MOST_ATTACHED } from "../features/files/accepted.ts";
import type { Takes } from "../features/files/attach.ts";
import { ATTACH } from "../messages/zh-cn/attached.ts";
import { FILES_FIELD } from "./uploads.ts";

/** What a browser offers to choose; what a file is, is looked at when it is here. */
const OFFERED: Readonly<Record<Takes, string>> = {
  pictures: "image/*",
  all: "image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps",
};

/** Where pictures and files are chosen, the last field of a form: the words before it are read first. */
export function AttachField({ takes }: { readonly takes: Takes }) {
  return (
    <label class="attach">
      <span>{ATTACH[takes](MOST_ATTACHED)}</span>
      <input type="file" name={FILES_FIELD} accept={OFFERED[takes]} multiple />
    </label>
  );
}
