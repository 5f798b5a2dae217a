import { type Audience, companyShown, seesPhones } from "../domain/issue/audience.ts";
import { type Actor, type Issue, isStaff } from "../domain/issue/issue.ts";
import { withoutNames } from "../domain/park/loose-name.ts";
import type { Park } from "../domain/park/park.ts";
import { unlistedName } from "../domain/park/unlisted.ts";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";
import { maskPhones } from "./escape.ts";
import { hideContacts, isCalled, maskPeople, SOMEBODY, shortNames } from "./zh-cn/names.ts";
import { HIDDEN_COMPANY, OTHER_COMPANY } from "./zh-cn/terms.ts";

/** What decides how a text of or about an issue is read: an issue, or what is about to become one. */
export interface Subject extends Pick<Issue, "confidential" | "enterprise"> {
  readonly reporter: Pick<Actor, "name"> & Partial<Pick<Actor, "platform">>;
}

/**
 * A text of or about an issue, made fit for who reads it: phone numbers masked, or every way to a person covered, with the
 * company's names. It is to be cut afterwards, never before.
 */
export function readable(
  text: string,
  subject: Subject,
  { audience, park }: { readonly audience: Audience; readonly park: Park },
): string {
  if (companyShown(subject, audience) === "hidden") return covered(text, subject, park);
  return seesPhones(subject, audience) ? text : maskPhones(text);
}

/** Without anything by which the company or one of its people could be known or reached. */
function covered(text: string, subject: Subject, park: Park): string {
  const { company, people } = knownBy(subject, park);
  return hideContacts(maskPeople(withoutNames(text, company, HIDDEN_COMPANY), people));
}

interface Names {
  readonly company: readonly string[];
  readonly people: readonly string[];
}

/** By which the company of an issue can be known, and its people. */
function knownBy({ enterprise, reporter }: Subject, park: Park): Names {
  const { company = [], people = [] } = park.known.get(enterprise) ?? {};
  // Who came by the form is known by what he calls his company, and by nothing of his own.
  const isByForm = reporter.platform === "form";
  const called = [...company, unlistedName(enterprise) ?? "", isByForm ? reporter.name : ""].filter(isName);
  return { company: namesOf(called, park), people: [...people, isByForm ? "" : reporter.name].filter(isName) };
}

/** A text of an issue for people who have nothing to do with it: without anything by which any company, or somebody, could be known or reached. Its own is told from others. */
export function impersonal(text: string, subject: Subject, park: Park): string {
  const companies = park.org.enterprises.flatMap(({ name, aliases }) => [name, ...aliases]);
  const people = park.org.people.map(({ name }) => name);
  const nameless = withoutNames(covered(text, subject, park), people.filter(isName), SOMEBODY);
  return withoutNames(nameless, companies.filter(isName), OTHER_COMPANY);
}

/**
 * The companies that a text names, by themselves or by one of their people: those that the park has or had, and those of these issues
 * with whoever raised them.
 */
export function companiesNamed(text: string, issues: readonly Subject[], park: Park): readonly string[] {
  const isNamed = ({ company, people }: Names) =>
    withoutNames(text, company, HIDDEN_COMPANY) !== text || isCalled(text, people);
  const listed = [...park.known].flatMap(([code, { company, people }]) =>
    isNamed({ company: namesOf(company, park), people: people.filter(isName) }) ? [code] : [],
  );
  const theirs = issues.flatMap((one) => (isNamed(knownBy(ofCompany(one, park), park)) ? [one.enterprise] : []));
  return [...new Set([...listed, ...theirs])].map((code) => nameOfCompany(code, park));
}

/** Who of the office filed it for a company is none of its people. */
function ofCompany(subject: Subject, { directory }: Park): Subject {
  const person = directory.person(subject.reporter.name);
  return person === undefined || !isStaff(person) ? subject : { ...subject, reporter: { name: "" } };
}

function nameOfCompany(code: string, { org, known }: Park): string {
  const now = org.enterprises.find((one) => one.code === code)?.name;
  return now ?? known.get(code)?.company[0] ?? unlistedName(code) ?? code;
}

/** By which a company can be known. */
function namesOf(company: readonly string[], { org }: Park): readonly string[] {
  // A short name that is an ordinary word of the field says nothing of a company, and would make a text unreadable.
  const words = [...org.categories, ...org.departments].flatMap((one) => [
    one.name,
    ...("keywords" in one ? one.keywords : []),
  ]);
  const short = company
    .flatMap((name) => shortNames(name, org.park.name))
    .filter((name) => !words.some((word) => word.includes(name)));
  return [...new Set([...company, ...short])].filter(isName);
}

/** A single character hides nobody, and what stands in place of a name is none. */
function isName(name: string): boolean {
  return [...name.trim()].length > 1 && name !== FORGOTTEN;
}
