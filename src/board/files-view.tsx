import type { Issue } from "../domain/issue/issue.ts";
import { ACTIONS } from "../domain/issue/lifecycle.ts";
import { isShown } from "../features/files/accepted.ts";
import type { Reader } from "../messages/reader.ts";
import { actionWord } from "../messages/zh-cn/dossier.ts";
import * as words from "../messages/zh-cn/files.ts";
import type { StoredFile } from "../store/files.ts";
import { nameOf } from "./file-routes.ts";

interface FilesProps {
  readonly issue: Issue;
  readonly files: readonly StoredFile[];
  readonly reader: Reader;
  /** The address of the page, below which they are; that of the issue unless told. */
  readonly at?: string;
}

/** The pictures and files of an issue: small, each leading to the whole. */
export function FilesView({ issue, files, reader, at = `/issues/${issue.id}` }: FilesProps) {
  return (
    <div>
      <h2>{words.FILES.head}</h2>
      <ul class="files">
        {files.map((file, index) => (
          <FileView key={file.id} issue={issue} file={file} place={index + 1} reader={reader} at={at} />
        ))}
      </ul>
    </div>
  );
}

function FileView({
  issue,
  file,
  place,
  reader,
  at,
}: Required<Pick<FilesProps, "issue" | "reader" | "at">> & { readonly file: StoredFile; readonly place: number }) {
  const { state, mime } = file;
  const name = nameOf(file, mime ?? "", { issue, place, reader });
  const from = `${cameWith(file)} ${reader.dateTime(file.receivedAt)}`;
  if (state !== "kept" || mime === null) {
    return (
      <li>
        <span class="file">{stateText(file)}</span>
        <small>{from}</small>
      </li>
    );
  }
  const address = `${at}/files/${file.id}`;
  return (
    <li>
      <a href={address} target="_blank" rel="noopener">
        {isShown(mime) ? <img src={`${address}/small`} alt={name} loading="lazy" /> : <span class="file">{name}</span>}
      </a>
      <small>
        {from}
        {file.bytes === null ? null : ` ${words.sizeText(file.bytes)}`}
      </small>
    </li>
  );
}

function cameWith({ action }: StoredFile): string {
  const move = ACTIONS.find((one) => one === action);
  return move === undefined ? "" : words.cameWith(actionWord(move));
}

function stateText({ state, lost }: StoredFile): string {
  if (state === "waiting") return words.FILES.waiting;
  if (state === "removed") return words.FILES.removed;
  return words.isLost(lost) ? `${words.FILES.lost}：${words.LOST[lost]}` : words.FILES.lost;
}
