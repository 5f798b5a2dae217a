import { CronExpressionParser } from "cron-parser";
import { DateTime, IANAZone } from "luxon";
import { z } from "zod";
import { parseSpan, parseWorkingHours, type WallSpan } from "../domain/park/limits.ts";
import { AUDIENCES, DIGEST_NAMES, LADDER_STEPS, PLATFORMS, REMINDED, ROLES } from "../domain/park/org.ts";

/** Each text in here is the end of a sentence that begins with the field's path. */
const name = z
  .string()
  .trim()
  .min(1, "is empty: write a name")
  .max(100, "is longer than 100 characters")
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "holds a line break or an invisible character: write one line of plain text");

const code = z
  .string()
  .max(64, "is longer than 64 characters")
  .regex(/^[a-z0-9-]+$/u, 'must be made of the letters a-z, digits and "-"');

/** Opaque: kept as it is written. */
const platformId = z
  .string()
  .min(1, "is empty: write the id, or leave the field out")
  .max(200, "is longer than 200 characters");

const phone = z
  .string()
  .trim()
  .regex(
    /^\+?\d(?:[ -]?\d){4,17}$/u,
    'must be a telephone number in quotes: 5 to 18 digits, with spaces or "-" between them, like "0746-8880001"',
  );

const date = z.string().refine(isDate, "must be a date that exists, like 2027-02-05");

/** What a limit has to be. */
export const LIMIT_RULE = "must be a number with m, h or d, like 30m, 4h or 7d, above zero and at most 365d";

const limit = z.string().refine(isLimit, LIMIT_RULE);

const span = z
  .string()
  .refine(
    (text) => text === "0" || isLimit(text),
    "must be 0, or a number with m, h or d, like 30m, 4h or 1d, at most 365d",
  );

const byUrgency = z.strictObject({
  urgent: limit.exactOptional(),
  normal: limit.exactOptional(),
  complex: limit.exactOptional(),
});

const spanByUrgency = z.strictObject({
  urgent: span.exactOptional(),
  normal: span.exactOptional(),
  complex: span.exactOptional(),
});

const limitTable = z.strictObject({
  dispatch: byUrgency.exactOptional(),
  sign: byUrgency.exactOptional(),
  contact: byUrgency.exactOptional(),
  answer: byUrgency.exactOptional(),
  assist: byUrgency.exactOptional(),
  stage: byUrgency.exactOptional(),
  supplement: byUrgency.exactOptional(),
  confirm: byUrgency.exactOptional(),
});

const share = z.string().regex(/^(?:[1-9]\d?)%$/u, 'must be a share of the time like "80%", above 0% and below 100%');

const sentence = z
  .string()
  .trim()
  .min(1, "is empty: write a sentence, or leave the field out")
  .max(200, "is longer than 200 characters")
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "holds a line break or an invisible character: write one line of plain text");

const rung = z.strictObject({
  after: z.union([span, spanByUrgency]).exactOptional(),
  before: z.union([limit, byUrgency]).exactOptional(),
  at: share.exactOptional(),
  to: z.array(z.enum(REMINDED)).exactOptional(),
  text: sentence.exactOptional(),
});

/** What the number of decisions has to be. */
export const LEAST_CASES_RULE = "must be a whole number of decisions, from 3 to 10000";

const leastCases = z.number().refine(isLeastCases, LEAST_CASES_RULE);

/** What the share that is to be right has to be. */
export const PRECISION_RULE = 'must be a share like "96%" or "97.5%", from 50% to 99.9%';

const precision = z.string().refine(isPrecision, PRECISION_RULE);

/** Each step by its name; an unknown one is an unknown field. */
const ladder = z.strictObject(Object.fromEntries(LADDER_STEPS.map((name) => [name, rung.exactOptional()])));

const park = z.strictObject({
  name,
  timeZone: z.string().refine(isTimeZone, "must be an IANA time zone, like Asia/Shanghai").default("Asia/Shanghai"),
  workingHours: z
    .array(z.string().refine(isSpan, 'must be a span of one day like "08:30-12:00", its end after its start'))
    .min(1, 'is empty: write at least one span, like "08:30-12:00"')
    .default(["08:30-12:00", "14:30-17:30"]),
});

const duties = z
  .string()
  .trim()
  .min(1, "is empty: write what the unit is for, or leave the field out")
  .max(500, "is longer than 500 characters: write in a sentence or two what the unit is for")
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, "holds a line break or an invisible character: write one line of plain text");

const department = z.strictObject({
  code,
  name,
  aliases: z.array(name).default([]),
  duties: duties.optional(),
  level: z.enum(["park", "city"]).default("park"),
  trackedBy: z.string().optional(),
});

const category = z.strictObject({
  code,
  name,
  aliases: z.array(name).default([]),
  department: z.string(),
  keywords: z.array(name).default([]),
  answerDays: z
    .number()
    .refine((days) => isLimit(`${days}d`), "must be a number of working days, above zero and at most 365")
    .optional(),
});

const enterprise = z.strictObject({ code, name, aliases: z.array(name).default([]) });

const person = z.strictObject({
  name,
  role: z.enum(ROLES),
  enterprise: z.string().optional(),
  department: z.string().optional(),
  wecom: platformId.optional(),
  dingtalk: platformId.optional(),
  phone: phone.optional(),
});

const chat = z.strictObject({
  code,
  platform: z.enum(PLATFORMS),
  chatId: platformId,
  name,
  audience: z.enum(AUDIENCES),
  department: z.string().optional(),
  webhook: z.string().min(1, "is empty: write the address, or leave the field out").optional(),
  secret: z.string().min(1, "is empty: write the secret, or leave the field out").optional(),
});

const cron = z.string().superRefine((text, context) => {
  const problem = cronProblem(text);
  if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
});

const digest = z.strictObject({
  chat: z.string().optional(),
  kind: z.enum(DIGEST_NAMES),
  cron,
  title: sentence.optional(),
  note: sentence.optional(),
  empty: z.boolean().optional(),
});

const themeDay = z.strictObject({ cron, theme: name, place: name.optional(), chat: z.string().optional() });

/** The shape of the org file. What one field says about another is checked in check.ts. */
export const orgSchema = z.strictObject({
  park,
  departments: z.array(department).default([]),
  categories: z.array(category).default([]),
  enterprises: z.array(enterprise).default([]),
  people: z.array(person).default([]),
  chats: z.array(chat).default([]),
  digests: z.array(digest).default([]),
  themeDay: themeDay.optional(),
  holidays: z
    .strictObject({ off: z.array(date).default([]), on: z.array(date).default([]) })
    .default({ off: [], on: [] }),
  policy: z
    .strictObject({
      limits: limitTable.default({}),
      categories: z.record(z.string(), limitTable).default({}),
      ladder: ladder.default({}),
      contactDays: z
        .number()
        .refine(
          (days) => Number.isInteger(days) && days >= LEAST_CONTACT_DAYS && days <= MOST_CONTACT_DAYS,
          "must be a whole number of days, from 31 to 3650",
        )
        .optional(),
      filesKeptDays: z
        .int("must be a whole number of days")
        .min(1, "must be at least 1 day")
        .max(36_500, "must be at most 36500 days")
        .exactOptional(),
      routing: z
        .strictObject({ leastCases: leastCases.exactOptional(), precision: precision.exactOptional() })
        .exactOptional(),
    })
    .default({ limits: {}, categories: {}, ladder: {} }),
});

/** The minutes of a span of one day, or undefined when the text is none. */
export function spanOf(text: string): WallSpan | undefined {
  try {
    return parseWorkingHours([text])[0];
  } catch {
    return undefined;
  }
}

function isSpan(text: string): boolean {
  return spanOf(text) !== undefined;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

function isTimeZone(text: string): boolean {
  return /^[A-Za-z]/u.test(text) && IANAZone.isValidZone(text);
}

const MOST_DAYS = 365;

/** A company may open an issue again for 30 days, and what it wrote is worked off by then. */
const LEAST_CONTACT_DAYS = 31;
const MOST_CONTACT_DAYS = 3_650;

/** Whether this is a limit as the policy may have it. */
export function isLimit(text: string): boolean {
  const span = parseSpan(text);
  return span !== null && span.amount <= (span.unit === "d" ? MOST_DAYS : MOST_DAYS * 24);
}

/** Fewer are a matter of chance. */
export function isLeastCases(count: number): boolean {
  return Number.isInteger(count) && count >= 3 && count <= 10_000;
}

/** Whether this is a share as the policy of routing may have it. */
export function isPrecision(text: string): boolean {
  const [, share = ""] = /^(\d{2}(?:\.\d)?)%$/u.exec(text) ?? [];
  return share !== "" && Number(share) >= 50;
}

/** Plain cron only: what other programs add to it (seconds, `L`, `#`, `@daily`) is refused. */
function cronProblem(text: string): string | undefined {
  const fields = text.trim().split(/\s+/u);
  if (fields.length !== 5 || !fields.every((field) => /^(?:[\d*,/-]|\b[A-Za-z]{3}\b)+$/u.test(field))) {
    return 'must be plain cron with five fields (minute, hour, day, month, weekday), like "0 17 * * 5"';
  }
  try {
    CronExpressionParser.parse(fields.join(" "), { tz: "UTC", currentDate: new Date(0) }).next();
    return undefined;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return /explicit day of month|loop limit|time span/iu.test(reason)
      ? "never fires: no year has such a day"
      : `is not valid cron: ${reason}`;
  }
}
