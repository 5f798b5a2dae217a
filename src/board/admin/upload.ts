import { FILES } from "../../messages/zh-cn/admin.ts";
import { MOST_BYTES } from "../../org/list/archive.ts";
import type { BoardDeps } from "../deps.ts";
import { readOneFile } from "../one-file.ts";
import { mayAll } from "./may.ts";

/** Reads a form with an org file or a list. */
export function readUpload(deps: BoardDeps) {
  const { tooLarge, badForm } = FILES;
  return readOneFile(deps, { may: mayAll, bytes: MOST_BYTES, fieldBytes: 2 * 1024 * 1024, tooLarge, badForm });
}
