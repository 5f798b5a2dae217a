import type { OrgError } from "../../org/document.ts";
import type { ToldTerminal } from "../terminal.ts";

/** Complains of every mistake of an org file, a line each, with the line of the file. */
export function complainOf({ complain, sentences }: ToldTerminal, errors: readonly OrgError[]): void {
  for (const error of errors) complain(sentences.orgErrorLine(error));
}
