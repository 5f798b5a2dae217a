import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Audience } from "../domain/issue/audience.ts";
import type { State } from "../domain/issue/issue.ts";
import type { Urgency } from "../domain/park/org.ts";
import type { Db } from "./client.ts";
import { isLate } from "./figure-parts.ts";
import { ofDepartments } from "./issues.ts";
import { oneOf } from "./one-of.ts";
import { issues } from "./schema.ts";
import { stateIn, stateIs } from "./states.ts";
import { VOUCHED } from "./vouched.ts";

/** What the board lists: of what a person may see, what he asks for. */

/** Whose issues are seen. What is hidden is not even counted. */
export type Sight =
  | { readonly kind: "all" }
  /** What these lead, and what the own one helps with. */
  | { readonly kind: "departments"; readonly own: string; readonly lead: readonly string[] }
  | { readonly kind: "company"; readonly actor: Extract<Audience, { kind: "company" }>["actor"] };

/** What is asked for; of several values of one filter any; what is left out does not matter. */
export interface Asked {
  readonly states?: readonly State[] | undefined;
  readonly departments?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly enterprises?: readonly string[] | undefined;
  readonly urgencies?: readonly Urgency[] | undefined;
  readonly themeDays?: readonly number[] | undefined;
  /** Only those past their due date. */
  readonly overdue?: boolean | undefined;
  /** Only those on hold. */
  readonly held?: boolean | undefined;
  /** The moment by which something is overdue. */
  readonly now: Date;
  /** Who may not know the company of a confidential one would learn it by asking for it, or by where it stands. */
  readonly hidesCompanies: boolean;
}

/** The filters whose values are counted. */
export const FILTERS = [
  "state",
  "department",
  "category",
  "company",
  "urgency",
  "overdue",
  "held",
  "themeDay",
] as const;
export type Filter = (typeof FILTERS)[number];

/** The same as `mayShow` says of one issue. */
export function seen(db: Db, sight: Sight): SQL | undefined {
  switch (sight.kind) {
    case "all":
      return undefined;
    case "departments":
      return or(inArray(issues.department, [...sight.lead]), ofDepartments(db, [sight.own]));
    case "company":
      return ofCompany(sight.actor);
  }
}

function ofCompany({
  enterprise,
  name,
  platform,
  userId,
}: Extract<Sight, { kind: "company" }>["actor"]): SQL | undefined {
  if (enterprise === undefined) return sql`false`;
  const account =
    platform === undefined || userId === undefined
      ? undefined
      : and(eq(issues.reporterPlatform, platform), eq(issues.reporterUserId, userId));
  return and(
    eq(issues.enterprise, enterprise),
    VOUCHED,
    or(ne(issues.confidential, true), account, eq(issues.reporterName, name)),
  );
}

export const HELD = stateIs(issues.state, "on_hold");
export const OPENLY = eq(issues.confidential, false);

/** A condition for each filter that something is asked of. */
export function conditionsOf(asked: Asked): ReadonlyMap<Filter, SQL | undefined> {
  const { states, departments, categories, enterprises, urgencies, themeDays, overdue, held, now } = asked;
  const openly = asked.hidesCompanies ? OPENLY : undefined;
  const all: readonly (readonly [Filter, SQL | undefined, boolean])[] = [
    ["state", stateIn(issues.state, states ?? []), states !== undefined],
    ["department", inArray(issues.department, [...(departments ?? [])]), departments !== undefined],
    ["category", inArray(issues.category, [...(categories ?? [])]), categories !== undefined],
    ["company", and(inArray(issues.enterprise, [...(enterprises ?? [])]), openly), enterprises !== undefined],
    ["urgency", stateIn(issues.urgency, urgencies ?? []), urgencies !== undefined],
    ["overdue", isLate(now), overdue === true],
    ["held", HELD, held === true],
    ["themeDay", themeDays === undefined ? undefined : oneOf(issues.session, themeDays), themeDays !== undefined],
  ];
  return new Map(all.flatMap(([name, condition, isAsked]) => (isAsked ? [[name, condition] as const] : [])));
}

/** All of them together. */
export function askedFor(asked: Asked): SQL | undefined {
  return and(...conditionsOf(asked).values());
}
