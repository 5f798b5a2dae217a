import { readBasis } from "../../domain/issue/due-basis.ts";
import type { RequestKind, SupervisionNumber } from "../../domain/issue/issue.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/deed-detail.ts";
import { marks } from "../../messages/zh-cn/issues.ts";
import { numberText } from "../../messages/zh-cn/terms.ts";
import type { StoredEvent } from "../../store/events.ts";

/** What a step of an issue came to beside its words: to which unit it went, which marks it has, until when. For those who handle it. */
export function detailOf({ action, data }: StoredEvent, reader: Reader): string {
  const department = named(data["department"], reader);
  const previous = named(data["previous"], reader);
  const [date, due] = [momentIn(data["date"], reader), momentIn(data["due"], reader)];
  switch (action) {
    case "submit":
      return words.joined([marksIn(data["row"]), words.toUnit(null, department)]);
    case "dispatch":
      return words.joined([
        words.toUnit(previous, department),
        readBasis(data["basis"])?.kind === "named" && due !== null ? words.limitNamed(due) : null,
      ]);
    case "assist":
      return words.joined([words.toUnit(null, department), due === null ? null : words.until(due)]);
    case "return":
      return department === null ? "" : words.proposed(department);
    case "extend":
    case "hold":
      return date === null ? "" : words.upTo(date);
    case "approve":
    case "refuse":
      return words.joined([
        words.requestIn(data["request"] as RequestKind | undefined),
        action === "approve" ? words.toUnit(previous, department) : null,
        action === "approve" && data["request"] === "extend" && due !== null ? words.upTo(due) : null,
        action === "approve" && data["request"] === "hold" && date !== null ? words.upTo(date) : null,
      ]);
    case "measure":
      return date === null ? "" : words.promisedBy(date);
    case "progress":
      return date === null ? "" : words.nextBy(date);
    case "rate":
      return typeof data["rating"] === "number" ? words.stars(data["rating"]) : "";
    case "merge":
    case "absorb":
      return typeof data["other"] === "number" ? words.merged(action, data["other"]) : "";
    case "supervise":
    case "feedback":
      return data["number"] === undefined ? "" : numberText(data["number"] as string | readonly SupervisionNumber[]);
    case "resume":
    case "reopen":
    case "unsolved":
    case "restore":
    case "supplement":
      return due === null ? "" : words.until(due);
    default:
      return "";
  }
}

function named(code: unknown, reader: Reader): string | null {
  return typeof code === "string" && code !== "" ? reader.department(code) : null;
}

function momentIn(instant: unknown, reader: Reader): string | null {
  return typeof instant === "string" ? reader.dateTime(new Date(instant)) : null;
}

/** ［紧急·保密］, as the issue was marked when it was raised. */
function marksIn(row: unknown): string | null {
  if (typeof row !== "object" || row === null) return null;
  const { urgency, confidential } = row as Readonly<Record<string, unknown>>;
  if (urgency !== "urgent" && urgency !== "normal" && urgency !== "complex") return null;
  return marks({ urgency, confidential: confidential === true });
}
