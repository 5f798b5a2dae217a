import type { Issue } from "../../../domain/issue/issue.ts";
import { asIssue, type OldIssue } from "../../../domain/issue/taken-over.ts";
import type { Park } from "../../../domain/park/park.ts";
import { type Carried, readCarried } from "../carried.ts";
import { asCarried, fitsCarried } from "./as-carried.ts";
import { categoryOf, companyOf, handlerOf, refuseGone, type Unlisted, unitsOf } from "./belongs.ts";
import { Cells, RowRefused } from "./cells.ts";
import { momentIn, type Reach } from "./days.ts";
import { reporterCarried, reporterIn } from "./reporter.ts";
import type { ListRow, RowNote, Wrong } from "./row.ts";
import { standingOf, toldBeside } from "./standing.ts";
import type { Field } from "./zh-cn-headings.ts";
import { CHOICES, isYes, ratingOf, urgencyOf } from "./zh-cn-values.ts";

/** What a row of a list says, in the park's own terms. */
export interface Understood {
  readonly row: ListRow;
  readonly issue: Omit<Issue, "id" | "version">;
  readonly notes: readonly RowNote[];
  /** The text as the list has it, and the day on which it was raised, where the list says that: by these it is known again. */
  readonly listedText: string;
  readonly isDated: boolean;
  /** Its number in the list. */
  readonly number: string | null;
  /** In a file of this program's own: what makes it the same everywhere. */
  readonly key: string | null;
}

/** In which park, and when. */
export interface Here {
  readonly park: Park;
  readonly now: Date;
  readonly unlisted: Unlisted;
}

/** Longer texts are refused in a chat, too. */
const MOST_CHARACTERS = 2_000;
const SHORT = 200;

/** Reads one row; or the first thing that is wrong with it. */
export function understand(row: ListRow, here: Here): Understood | Wrong {
  try {
    return read(row, here);
  } catch (error) {
    if (error instanceof RowRefused) return error.wrong;
    throw error;
  }
}

function read(row: ListRow, here: Here): Understood {
  const cells = new Cells(row);
  const [broken] = row.broken;
  if (broken !== undefined) cells.refuse(broken, { kind: "no-value" });
  const notes: RowNote[] = [];
  const listedText = cells.need("text", MOST_CHARACTERS);
  const key = cells.exactly("key");
  const carried = carriedIn(cells);
  const said = saidIn({ row, cells, carried }, notes, here);
  const isWhole = carried !== null && fitsCarried(carried, said, cells, here.park);
  if (carried !== null && !isWhole) notes.push({ kind: "by-the-rest" });
  return {
    row,
    issue: isWhole ? asCarried(carried, said, cells, here.park) : asIssue(said, here.park, here.now),
    notes,
    listedText,
    isDated: cells.value("submitted") !== undefined,
    number: cells.text("number", SHORT),
    key: /^[0-9a-f]{64}$/u.test(key) ? key : null,
  };
}

function carriedIn(cells: Cells): Carried | null {
  const text = cells.exactly("carried");
  if (text === "") return null;
  return readCarried(text) ?? cells.refuse("carried", { kind: "carried" });
}

interface Read {
  readonly row: ListRow;
  readonly cells: Cells;
  readonly carried: Carried | null;
}

function saidIn({ row, cells, carried }: Read, notes: RowNote[], here: Here): OldIssue {
  const { park } = here;
  const about = { ...here, carried };
  const enterprise = companyOf(cells, about, notes);
  const dates = datesIn(row, cells, here);
  const units = unitsOf(cells, about, notes);
  const measure = cells.text("measure", MOST_CHARACTERS);
  const publicAnswer = cells.text("answer", MOST_CHARACTERS) ?? toldBeside(cells);
  const rating = cells.choice("rating", ratingOf, CHOICES.rating) ?? null;
  const { closedAt } = dates;
  const standing = standingOf(cells, row.headingOf("state"), { units, closedAt, measure, rating }, notes);
  // What waits for 派单 is no unit's yet.
  const isWaiting = standing.state === "submitted";
  const department = isWaiting ? null : (units[0] ?? null);
  refuseGone(cells, park, { ...standing, enterprise, department });
  const { reporter, text } = raisedBy({ row, cells, carried }, enterprise, park);
  return {
    text,
    enterprise,
    reporter,
    category: categoryOf(cells, about, notes),
    urgency: cells.choice("urgency", urgencyOf, CHOICES.urgency) ?? "normal",
    confidential: cells.choice("confidential", isYes, CHOICES.confidential) ?? false,
    department,
    suggestions: isWaiting ? units : [],
    handler: handlerOf(cells, about),
    measure,
    ...dates,
    publicAnswer,
    rating,
    ...standing,
    ...(standing.state === "closed" ? {} : { closedAt: null }),
  };
}

/** Who raised it, and its text, with the number that the ledger has no other place for. */
function raisedBy({ cells, carried }: Read, enterprise: string, park: Park) {
  const text = cells.need("text", MOST_CHARACTERS);
  if (carried !== null) return { reporter: reporterCarried(carried, park), text };
  const contact = { name: cells.text("contact", SHORT) ?? "", phone: cells.text("phone", SHORT) ?? "" };
  const { reporter, behind } = reporterIn(contact, { enterprise, text }, park);
  return { reporter, text: text + behind };
}

/** The days that a row names, none of them out of the question. */
function datesIn(row: ListRow, cells: Cells, { park, now }: Here) {
  const { year } = row.head;
  const at = (field: Field, reach: Reach, since: Date | null) => {
    const value = cells.value(field);
    if (value === undefined || value === null) return null;
    const moment = momentIn(value, { reach, year, since }, park.calendar);
    return moment !== null && "kind" in moment ? cells.refuse(field, moment) : moment;
  };
  // A file of this program's own may come from one whose clock was moved.
  const isOwn = cells.value("carried") !== undefined;
  const past = (field: Field, since: Date | null) => {
    const moment = at(field, "beginning", since);
    if (moment !== null && moment > now && !isOwn) cells.refuse(field, { kind: "ahead", said: cells.exactly(field) });
    return moment;
  };
  const submitted = past("submitted", null);
  const closedAt = past("closed", submitted);
  const submittedAt = submitted ?? closedAt ?? now;
  const isBefore = closedAt !== null && closedAt < submittedAt && !isOwn;
  if (isBefore) cells.refuse("closed", { kind: "before", said: cells.exactly("closed") });
  const due = at("due", "end", submitted);
  const promised = at("promised", "end", submitted);
  // Where there is one date alone, it is the one by which an answer is due.
  return { submittedAt, closedAt, due: due ?? promised, measureDue: due === null ? null : promised };
}
