import type { Request } from "../../domain/issue/issue.ts";
import type { Dossier } from "../../issues/move.ts";
import type { Reader } from "../../messages/reader.ts";
import { OVERTAKEN, REQUEST_STATES } from "../../messages/zh-cn/dossier.ts";
import { HELP_LATE, HELP_RUNS } from "../../messages/zh-cn/issue-record.ts";
import { REQUEST_WORDS } from "../../messages/zh-cn/terms.ts";

/** What stands beside an issue, whole, for those who handle it: what was asked for and decided, and who helps. */

/** 延期, 退单 or 挂账. */
export interface Asked {
  readonly id: number;
  /** 延期 11月30日 周一 17:30 */
  readonly what: string;
  readonly reason: string;
  readonly asked: string;
  /** 已同意 李敏 11月18日 周三 11:00, or that it waits. */
  readonly decided: string;
  readonly note: string;
}

/** Every request, the newest first. */
export function requestsBeside({ issue, requests }: Dossier, reader: Reader): readonly Asked[] {
  const when = (at: Date | null) => (at === null ? "" : reader.dateTime(at));
  const words = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");
  return requests.toReversed().map((one: Request) => {
    const { id, kind, reason, askedBy, askedAt, state, decidedBy, decidedAt, decision, until, department } = one;
    // Who overtook it may be one of the company.
    const isOvertaken = decision === "overtaken";
    const unit = department === null ? "" : reader.department(department);
    return {
      id,
      what: words(REQUEST_WORDS[kind], when(until), unit),
      reason: reader.text(reason, issue),
      asked: words(askedBy, when(askedAt)),
      decided: words(REQUEST_STATES[state], isOvertaken ? "" : (decidedBy ?? ""), isOvertaken ? "" : when(decidedAt)),
      note: isOvertaken ? OVERTAKEN : decision === null ? "" : reader.text(decision, issue),
    };
  });
}

/** A unit that helps. */
export interface Helping {
  readonly unit: string;
  readonly asked: string;
  readonly due: string;
  readonly done: string;
}

/** Every unit that helps the one that has it, with whether it is done. */
export function helpersBeside(dossier: Dossier, reader: Reader): readonly Helping[] {
  return helpersOf(dossier).map(({ department, askedAt, due, doneAt }) => ({
    unit: reader.department(department),
    asked: reader.dateTime(askedAt),
    due: reader.dateTime(due),
    done: doneAt !== null ? reader.dateTime(doneAt) : due < reader.now ? HELP_LATE : HELP_RUNS,
  }));
}

/** Without the unit that has it, also where it was asked to help before. */
export function helpersOf({ assists, issue }: Dossier): Dossier["assists"] {
  return assists.filter(({ department }) => department !== issue.department);
}
