import type { Audience } from "../domain/issue/audience.ts";
import type { Issue } from "../domain/issue/issue.ts";
import type { Person } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import { firstPhone } from "./escape.ts";
import { contactText, phoneInText } from "./zh-cn/issues.ts";
import { byFormText } from "./zh-cn/report-form.ts";

/**
 * Whom to call about an issue: who raised it, by the number of the org file, else by the one that stands in the text; of what
 * the park raised for a company, its people. For the departments that handle it while it is not confidential, and the coordinator.
 */
export function contactOf(
  issue: Issue,
  { audience, park }: { readonly audience: Audience; readonly park: Park },
): string | null {
  const mayCall = audience.kind === "coordinator" || (audience.kind === "department" && !issue.confidential);
  if (!mayCall) return null;
  const { directory } = park;
  const { platform, userId, name } = issue.reporter;
  if (platform === "form") return byFormText(userId);
  const written = firstPhone(issue.text);
  const speaks = (one: Person | undefined) => one?.role === "liaison" && one.enterprise === issue.enterprise;
  const account = directory.personBy(platform, userId);
  const own = account ?? directory.person(name);
  if (own !== undefined && speaks(own)) return contactText(name, own.phone ?? written);
  // Nobody of the org file: a guest, whom only his own words say how to call.
  if (account === undefined) return contactText(name, written);
  const people = directory.liaisonsOf(issue.enterprise).map((one) => contactText(one.name, one.phone ?? null));
  const all = [...people, ...(written === null ? [] : [phoneInText(written)])];
  return all.length === 0 ? null : all.join("、");
}
