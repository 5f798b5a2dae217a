import type { Audience } from "../domain/issue/audience.ts";
import { isContactOver } from "../domain/issue/contact-over.ts";
import type { Issue } from "../domain/issue/issue.ts";
import type { Person } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";
import { firstPhone } from "./escape.ts";
import { maskedName, maskedNumber } from "./masked.ts";
import { contactText, phoneInText } from "./zh-cn/issues.ts";
import { byFormText } from "./zh-cn/report-form.ts";

/** Who asks whom to call. */
interface Caller {
  readonly audience: Audience;
  readonly park: Park;
  readonly now: Date;
  /** Names and numbers are masked until they are asked for. */
  readonly masks: boolean;
}

/**
 * Whom to call about an issue: who raised it, by the number of the org file, else by the one that stands in the text; of what
 * the park raised for a company, its people. For the departments that handle it while it is not confidential, and the coordinator,
 * until it has been over for so long that it is forgotten.
 */
export function contactOf(issue: Issue, { audience, park, now, masks }: Caller): string | null {
  const mayCall = audience.kind === "coordinator" || (audience.kind === "department" && !issue.confidential);
  if (!mayCall || issue.reporter.name === FORGOTTEN || isContactOver(issue, park.org.policy, now)) return null;
  const shown = (name: string, phone: string | null) =>
    masks ? contactText(maskedName(name), phone === null ? null : maskedNumber(phone)) : contactText(name, phone);
  const { directory } = park;
  const { platform, userId, name } = issue.reporter;
  if (platform === "form") return byFormText(masks ? maskedNumber(userId) : userId);
  const written = firstPhone(issue.text);
  const speaks = (one: Person | undefined) => one?.role === "liaison" && one.enterprise === issue.enterprise;
  const account = directory.personBy(platform, userId);
  const own = account ?? directory.person(name);
  if (own !== undefined && speaks(own)) return shown(name, own.phone ?? written);
  // Nobody of the org file: a guest, whom only his own words say how to call.
  if (account === undefined) return shown(name, written);
  const people = directory.liaisonsOf(issue.enterprise).map((one) => shown(one.name, one.phone ?? null));
  const all = [...people, ...(written === null ? [] : [phoneInText(masks ? maskedNumber(written) : written)])];
  return all.length === 0 ? null : all.join("、");
}
