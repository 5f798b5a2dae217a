import { MOST_ATTACHED } from "../features/files/accepted.ts";
import type { Takes } from "../features/files/attach.ts";
import { ATTACH } from "../messages/zh-cn/attached.ts";
import { FILES_FIELD } from "./uploads.ts";

/** What a browser offers to choose; what a file is, is looked at when it is here. */
const OFFERED: Readonly<Record<Takes, string>> = {
  pictures: "image/*",
  all: "image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps",
};

interface AttachProps {
  readonly takes: Takes;
  /** It was tried already. */
  readonly isOpen?: boolean;
}

/**
 * Where pictures and files are chosen, the last field of a form: the words before it are read first. Of an issue's many forms few need
 * it: there it is opened.
 */
export function AttachField({ takes, isOpen = false }: AttachProps) {
  const field = (
    <label>
      <span>{ATTACH[takes](MOST_ATTACHED)}</span>
      <input type="file" name={FILES_FIELD} accept={OFFERED[takes]} multiple />
    </label>
  );
  if (takes === "pictures") return field;
  return (
    <details open={isOpen}>
      <summary>{ATTACH.open}</summary>
      {field}
    </details>
  );
}
