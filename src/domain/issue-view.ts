import { type Audience, companyShown, seesInternal, seesPhones } from "./audience.ts";
import { lightOf } from "./checks.ts";
import type { Issue } from "./issue.ts";
import type { Light } from "./ladder.ts";
import { withoutNames } from "./loose-name.ts";
import { momentText, plainMoment, shortMoment } from "./moments.ts";
import type { ParkView } from "./park-view.ts";
import { titleOf } from "./title.ts";

/** An issue as one audience may see it: words only, nothing left to hide. */
export interface IssueView {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly state: Issue["state"];
  readonly outcome: Issue["outcome"];
  readonly urgency: Issue["urgency"];
  readonly confidential: boolean;
  /** Null where companies are not named. */
  readonly company: string | null;
  readonly unverified: boolean;
  readonly category: string | null;
  readonly department: string | null;
  readonly handler: string | null;
  readonly due: string | null;
  readonly dueShort: string | null;
  /** For government eyes alone. */
  readonly light: Light | null;
  readonly measure: string | null;
  /** The date that the unit has promised with its measure, for who sees that. */
  readonly promise: string | null;
  /** By when: the date that the measure names, else the due date. */
  readonly promised: string | null;
  readonly publicAnswer: string | null;
  readonly reason: string | null;
  readonly pictures: number;
}

/** How texts are made fit for an audience: phone numbers masked, or every way to a person covered, with the company's names. */
export interface Veil {
  readonly maskPhones: (text: string) => string;
  /** Covers numbers, accounts and addresses by which somebody is reached. */
  readonly hideContacts: (text: string) => string;
  /** Covers these people however they are called, and those whom the text itself introduces. */
  readonly maskPeople: (text: string, names: readonly string[]) => string;
  /** Other names by which a company of this name is known in a park of that name. */
  readonly shortNames: (name: string, park: string) => readonly string[];
  /** What stands in place of a company's name. */
  readonly hidden: string;
}

/** What decides how a text of or about an issue is read: an issue, or what is about to become one. */
export type Subject = Pick<Issue, "confidential" | "enterprise"> & { readonly reporter: { readonly name: string } };

/** A text of or about this issue, as this audience may read it. It is to be cut afterwards, never before. */
export function veiled(text: string, subject: Subject, audience: Audience, park: ParkView, veil: Veil): string {
  if (companyShown(subject, audience) === "hidden") return covered(text, subject, park, veil);
  return seesPhones(subject, audience) ? text : veil.maskPhones(text);
}

/** Without anything by which the company or one of its people could be known or reached. */
function covered(text: string, { enterprise, reporter }: Subject, park: ParkView, veil: Veil): string {
  const { company = [], people = [] } = park.known.get(enterprise) ?? {};
  const nameless = withoutNames(text, namesOf(company, park, veil), veil.hidden);
  return veil.hideContacts(veil.maskPeople(nameless, [...people, reporter.name].filter(isName)));
}

/** By which a company can be known. */
function namesOf(company: readonly string[], { org }: ParkView, veil: Veil): readonly string[] {
  // A short name that is an ordinary word of the field says nothing of a company, and would make a text unreadable.
  const words = [...org.categories, ...org.departments].flatMap((one) => [
    one.name,
    ...("keywords" in one ? one.keywords : []),
  ]);
  const short = company
    .flatMap((name) => veil.shortNames(name, org.park.name))
    .filter((name) => !words.some((word) => word.includes(name)));
  return [...new Set([...company, ...short])].filter(isName);
}

/** A single character hides nobody. */
function isName(name: string): boolean {
  return [...name.trim()].length > 1;
}

/** Who handles it; one who does not belong to the lead department (it is tracked by another) with the own one. */
function handlerOf({ handler, department }: Issue, { directory }: ParkView): string | null {
  const own = handler === null ? undefined : directory.person(handler)?.department;
  if (handler === null || own === undefined || own === department) return handler;
  return `${handler}（${directory.departmentName(own)}）`;
}

function promisedOf({ measureDue, due }: Issue, timeZone: string): string | null {
  const by = measureDue ?? due;
  return by === null ? null : shortMoment(by, timeZone);
}

export function viewIssue(issue: Issue, audience: Audience, park: ParkView, now: Date, veil: Veil): IssueView {
  const { directory, org } = park;
  const shown = companyShown(issue, audience);
  const clean = (text: string) => veiled(text, issue, audience, park, veil);
  const text = clean(issue.text);
  const name = directory.enterpriseName(issue.enterprise);
  const seesMeasure = issue.measure !== null && audience.kind !== "enterprise";
  return {
    id: issue.id,
    // Cut from what is clean: a name or a number that the cut goes through would not be known any more.
    title: titleOf(text),
    text,
    state: issue.state,
    outcome: issue.outcome,
    urgency: issue.urgency,
    confidential: issue.confidential,
    company: shown === "name" ? name : shown === "hidden" ? veil.hidden : null,
    unverified: !issue.reporter.verified && shown === "name" && audience.kind !== "company",
    category: issue.category === null ? null : directory.categoryName(issue.category),
    department: issue.department === null ? null : directory.departmentName(issue.department),
    // In an enterprise group others listen: they learn the unit, not the person, and only what was answered publicly.
    handler: audience.kind === "enterprise" ? null : handlerOf(issue, park),
    due: issue.due === null ? null : momentText(issue.due, org.park.timeZone, now),
    dueShort: issue.due === null ? null : shortMoment(issue.due, org.park.timeZone),
    light: seesInternal(audience) ? lightOf(issue, park, now) : null,
    measure: seesMeasure ? clean(issue.measure) : null,
    promise: seesMeasure && issue.measureDue !== null ? plainMoment(issue.measureDue, org.park.timeZone, now) : null,
    promised: promisedOf(issue, org.park.timeZone),
    publicAnswer: issue.publicAnswer === null ? null : clean(issue.publicAnswer),
    reason: issue.reason,
    pictures: issue.pictures,
  };
}
