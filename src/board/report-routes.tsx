import type { AttachmentRef } from "../domain/notice/notice.ts";
import { monthOf, monthSpan, startOfMonth } from "../domain/park/instants.ts";
import { readMonthFigures } from "../features/reports/month.ts";
import { seesReport } from "../features/reports/stats.ts";
import { readFingerprint } from "../issues/fingerprint.ts";
import { firstIssueAt } from "../store/month.ts";
import type { Asking, Outcome, Route } from "./page.ts";
import { ReportPage } from "./report-page.tsx";

/** The month reports, for those who see the whole park. */
export const REPORT_ROUTES: readonly Route[] = [
  { method: "get", path: "/reports", handle: shown },
  { method: "get", path: "/reports/audit-key.pem", handle: publicKey },
  { method: "get", path: "/reports/:file", handle: file },
];

const HIDDEN = { problem: "not-found", status: 404 } as const;

async function shown({ request, conversation, frame, deps }: Asking): Promise<Outcome> {
  if (!seesReport(conversation.reader)) return HIDDEN;
  const { ctx } = conversation;
  const months = await monthsOf(conversation);
  const asked = request.query["month"] ?? months[1] ?? months[0];
  const month = months.find((one) => one === asked);
  const report = month === undefined ? null : await readMonthFigures(ctx, month);
  if (month === undefined || report === null) return { problem: "no-month", status: 400 };
  const page = (
    <ReportPage
      frame={frame("reports")}
      months={months}
      month={month}
      report={report}
      hasKey={deps.auditKey !== null}
    />
  );
  return { page };
}

/** Of so many months at most. */
const MOST_MONTHS = 120;

/** The months that there is a report of, as 2026-10, the present one first. */
async function monthsOf({ ctx: { db, now, park } }: Asking["conversation"]): Promise<readonly string[]> {
  const zone = park.org.park.timeZone;
  const first = (await firstIssueAt(db)) ?? now;
  const months: string[] = [];
  for (let back = 0; back < MOST_MONTHS; back++) {
    const start = startOfMonth(now, zone, back);
    months.push(monthOf(start, zone));
    // Of the month before the last there is one to compare with, though nothing was raised in it.
    if (start <= first && back > 0) break;
  }
  return months;
}

const KINDS = { docx: "month-report", pdf: "month-report-pdf", txt: "fingerprint" } as const;

async function file({ deps, request, conversation }: Asking): Promise<Outcome> {
  const what = fileAsked(request.params["file"]);
  const { db, now, park } = conversation.ctx;
  if (!seesReport(conversation.reader) || what === null) return HIDDEN;
  const span = "month" in what ? monthSpan(what.month, park.org.park.timeZone) : null;
  if (span !== null && span.from > now) return { problem: "no-month", status: 404 };
  if (what.kind === "fingerprint" && (await readFingerprint(db, what.month)) === null) return HIDDEN;
  return {
    file: async (response) => {
      const made = await deps.fileOf(what, now);
      if (made === null) throw new Error("a month that there is has a report");
      response.attachment(made.name).type(made.mime).send(made.bytes);
    },
  };
}

/** 2026-10.docx; null for what is none of them. */
function fileAsked(name: unknown): AttachmentRef | null {
  const [, month = "", form = ""] = /^(\d{4}-\d{2})\.(docx|pdf|txt)$/.exec(String(name)) ?? [];
  if (name === "duties.docx") return { kind: "duty-list" };
  const kind = Object.entries(KINDS).find(([ending]) => ending === form)?.[1];
  return kind === undefined || monthSpan(month, "UTC") === null ? null : { kind, month };
}

async function publicKey({ deps, conversation }: Asking): Promise<Outcome> {
  const { auditKey } = deps;
  if (!seesReport(conversation.reader) || auditKey === null) return HIDDEN;
  return {
    file: async (response) => {
      response.attachment("fingerprint-public.pem").type("application/x-pem-file").send(auditKey);
    },
  };
}
