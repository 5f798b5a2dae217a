import { type Issue, UNTOUCHED } from "../../../domain/issue/issue.ts";
import type { OldIssue } from "../../../domain/issue/taken-over.ts";
import type { Park } from "../../../domain/park/park.ts";
import { titleOf } from "../../../domain/zh-cn-title.ts";
import type { Value } from "../../../org/list/workbook.ts";
import type { Carried } from "../carried.ts";
import { shownOn } from "../columns.ts";
import type { Cells } from "./cells.ts";

/** An issue of a file of this program's own, as it was when that was written. */

/** Whether what people read of it in the file still says the same: nobody has written another state or date into it. */
export function fitsCarried(carried: Carried, said: OldIssue, cells: Cells, { org }: Park): boolean {
  const isShown = (at: Date | null, value: Value | undefined) => {
    if (at === null || !(value instanceof Date)) return at === null && value === undefined;
    // The library's reckoning is some milliseconds off.
    return Math.abs(shownOn(at, org.park.timeZone).getTime() - value.getTime()) < 500;
  };
  return (
    carried.state === said.state &&
    carried.voided === said.voided &&
    (carried.state !== "closed" || carried.outcome === said.outcome || carried.outcome === null) &&
    isShown(carried.submittedAt, cells.value("submitted")) &&
    isShown(carried.due, cells.value("due")) &&
    isShown(carried.closedAt, cells.value("closed"))
  );
}

/** What people read comes from the file, and everything else as it is carried. */
export function asCarried(carriedOf: Carried, said: OldIssue, cells: Cells, park: Park): Omit<Issue, "id" | "version"> {
  const { reporterName, verified, formPhone, enterprise, department, category, ...rest } = carriedOf;
  const { publicIn, handler, outcome, ...carried } = rest;
  const chat = publicIn === null ? undefined : park.directory.chat(publicIn);
  const text = cells.exactly("text");
  return {
    ...UNTOUCHED,
    ...said,
    ...carried,
    outcome: carried.state === "closed" ? (outcome ?? "unconfirmed") : outcome,
    text,
    title: titleOf(text),
    measure: carried.measureAt === null ? null : exactly(cells, "measure"),
    publicAnswer: exactly(cells, "answer"),
    handler: said.handler === null ? null : (handler ?? said.handler),
    publicIn: chat?.audience === "enterprise" && !said.confidential ? publicIn : null,
    pictures: 0,
    reason: null,
  };
}

function exactly(cells: Cells, field: "measure" | "answer"): string | null {
  const text = cells.exactly(field);
  return text === "" ? null : text;
}
