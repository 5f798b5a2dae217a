import type { Counts } from "../../domain/issue/figures.ts";
import { monthOf, monthSpan, startOfMonth } from "../../domain/park/instants.ts";
import { fingerprintIn, readFingerprint, textOf } from "../../issues/fingerprint.ts";
import { fingerprintBlocks } from "../../messages/fingerprint-blocks.ts";
import { TREND_PICTURE, SUPERVISION_MONTHLY as WORDS } from "../../messages/zh-cn/digests.ts";
import { monthText } from "../../messages/zh-cn/reports.ts";
import { countsLines } from "../../messages/zh-cn/terms.ts";
import { countsOf } from "../../store/figures.ts";
import { type DigestKind, framed } from "./digest.ts";

interface SupervisionMonthly {
  /** The month that is told of, as 2026-10. */
  readonly month: string;
  readonly counts: Counts;
  /** The fingerprint of the record in its one line. */
  readonly fingerprint: string | null;
}

/** The month that is over: its figures in a line, the report as Word and PDF, the list of duties, and the fingerprint of the record. */
export const supervisionMonthly: DigestKind<SupervisionMonthly> = {
  attachments: ({ month, fingerprint }) => [
    { kind: "month-report", month },
    { kind: "month-report-pdf", month },
    { kind: "duty-list" },
    ...(fingerprint === null ? [] : [{ kind: "fingerprint", month } as const]),
  ],
  facts: async ({ db, park }, _spec, to) => {
    const zone = park.org.park.timeZone;
    const month = monthOf(startOfMonth(to, zone, 1), zone);
    const span = monthSpan(month, zone);
    if (span === null) return null;
    const kept = await readFingerprint(db, month);
    return { month, counts: await countsOf(db, span), fingerprint: kept === null ? null : textOf(kept) };
  },
  ids: () => [],
  card: (facts, { page, reader }) => {
    const zone = reader.park.org.park.timeZone;
    const { title, month, counts, fingerprint } = facts;
    return framed(facts, page, {
      head: WORDS.head(title, monthText(month)),
      lead: [
        { kind: "text", text: countsLines(counts) },
        ...fingerprintBlocks(fingerprint, fingerprintIn(fingerprint ?? ""), zone),
      ],
      lists: [],
      quiet: null,
      steps: [{ command: "stats", given: TREND_PICTURE, label: "see-trend" }],
    });
  },
};
