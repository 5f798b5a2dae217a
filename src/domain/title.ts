import { shortened } from "./graphemes.ts";

const TITLE_LENGTH = 30;

/** The first line or sentence that says anything, as one line of at most 30 characters. */
export function titleOf(text: string): string {
  const lines = text.split(/[\n。！？!?；;]/u).map((one) => one.trim());
  const line = lines.find((one) => one !== "") ?? text.replace(/\s/gu, "");
  return shortened(line, TITLE_LENGTH);
}
