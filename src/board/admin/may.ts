import type { Org, Person, Role } from "../../domain/park/org.ts";
import { FORBIDDEN } from "../../messages/zh-cn/admin.ts";
import type { Difference } from "../../org/differences.ts";

/** Who may keep the org on the board, and what of it. */

export function mayEnter({ role }: Pick<Person, "role">): boolean {
  return role === "admin" || role === "coordinator";
}

export function mayAll({ role }: Pick<Person, "role">): boolean {
  return role === "admin";
}

/** Of the parts of the org, by the names of its differences. */
const COORDINATORS: readonly string[] = ["enterprise", "person", "chat"];

export function mayChangePart(person: Pick<Person, "role">, part: string): boolean {
  return mayAll(person) || COORDINATORS.includes(part);
}

/** People whom only an admin keeps: else a coordinator could make himself one. */
const ABOVE: readonly Role[] = ["coordinator", "leader", "admin"];

/** Why this person may not make these changes; null: he may. */
export function forbidden(
  by: Pick<Person, "role">,
  differences: readonly Difference[],
  { before, after }: { readonly before: Org; readonly after: Org },
): string | null {
  if (hasAdmin(before) && !hasAdmin(after)) return FORBIDDEN.lastAdmin;
  if (mayAll(by)) return null;
  if (differences.some(({ part }) => !mayChangePart(by, part))) return FORBIDDEN.part;
  const touched = new Set(differences.filter(({ part }) => part === "person").map(({ key }) => key));
  const roles = [before, after].flatMap(({ people }) =>
    people.filter(({ name }) => touched.has(name)).map(({ role }) => role),
  );
  return roles.some((role) => ABOVE.includes(role)) ? FORBIDDEN.role : null;
}

/** One who can sign in. */
function hasAdmin({ people }: Org): boolean {
  return people.some(({ role, wecom, dingtalk }) => role === "admin" && (wecom ?? dingtalk) !== undefined);
}
