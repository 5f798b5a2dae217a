import { z } from "zod";
import { type Issue, OUTCOMES, STATES } from "../../domain/issue/issue.ts";

/**
 * What a file of the whole ledger carries of an issue beside what people read, so that whoever takes it in again has the same
 * issue: each of its clocks to the millisecond, and what its company, unit and category are by their codes, since the org file may
 * not have them any more. Accounts of platforms are not among it; of who came by the form it has the number that 联系人 shows.
 */

const moment = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();
const count = z.int().min(0).max(1_000_000_000);
const code = z.string().max(200).nullable();

const CARRIED = z.strictObject({
  state: z.enum(STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  voided: z.boolean(),
  reporterName: z.string().max(200),
  verified: z.boolean(),
  publicIn: code,
  handler: code,
  level: count,
  rework: count,
  handoffs: count,
  submittedAt: z.iso.datetime().transform((text) => new Date(text)),
  dispatchDue: z.iso.datetime().transform((text) => new Date(text)),
  dispatchedAt: moment,
  signDue: moment,
  signedAt: moment,
  contactDue: moment,
  contactAt: moment,
  measureAt: moment,
  measureDue: moment,
  lastReplyAt: moment,
  stageDue: moment,
  supplementDue: moment,
  confirmDue: moment,
  answeredAt: moment,
  answeredBy: code,
  heardAt: moment,
  handlingMinutes: count.nullable(),
  closedAt: moment,
  ratedAt: moment,
  reopenedAt: moment,
  reviewAt: moment,
  urgedAt: moment,
  limit: code,
  limitMinutes: count.nullable(),
  firstDue: moment,
  due: moment,
  pausedAt: moment,
  leftMinutes: count.nullable(),
  pausedMinutes: count,
  withdrawnAt: moment,
  withdrawnFrom: z.enum(STATES).nullable(),
  joined: z.array(z.string().max(64)).max(1_000),
  // A file of an earlier version has none of these.
  returned: z.boolean().default(false),
  draftOf: count.nullable().default(null),
  enterprise: z.string().max(250).optional(),
  department: code.optional(),
  category: code.optional(),
  /** The number by which who came by the form of companies is known. */
  formPhone: z.string().max(64).optional(),
});
export type Carried = z.infer<typeof CARRIED>;

const FIELDS = Object.keys(CARRIED.shape);

/** As the text of a cell. */
export function carriedText(issue: Issue): string {
  const { name: reporterName, verified, platform, userId } = issue.reporter;
  const formPhone = platform === "form" ? userId : undefined;
  const all: Readonly<Record<string, unknown>> = { ...issue, reporterName, verified, formPhone };
  return JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, all[field]])));
}

/** Null: it is not what a file of this program carries. */
export function readCarried(text: string): Carried | null {
  try {
    return CARRIED.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
