import type { Reporter } from "../../../domain/issue/issue.ts";
import { isSamePhone } from "../../../domain/park/claim.ts";
import { PLATFORMS } from "../../../domain/park/org.ts";
import type { Park } from "../../../domain/park/park.ts";
import type { Carried } from "../carried.ts";
import { contactBehind, PHONE_IN_NAME } from "./zh-cn-values.ts";

/** Who raised an issue of a list. */

interface SaidOfHim {
  readonly name: string;
  readonly phone: string;
}

/** With an account of the org file where it has him, else with none that anybody could have. */
function reporterNamed(name: string, { directory }: Park, verified = true): Reporter {
  const person = directory.person(name);
  if (person === undefined) return { name, platform: PLATFORMS[0], userId: "", verified };
  const platform = PLATFORMS.find((one) => person[one] !== undefined) ?? PLATFORMS[0];
  return { name: person.name, platform, userId: person[platform] ?? "", verified };
}

/** Who raised an issue of a file of this program's own: by the form he is known by his number, else as anybody. */
export function reporterCarried({ reporterName: name, verified, formPhone }: Carried, park: Park): Reporter {
  if (formPhone !== undefined) return { name, platform: "form", userId: formPhone, verified };
  return reporterNamed(name, park, verified);
}

/**
 * Where the list names nobody, the park raised it for the company. The ledger has no place for a telephone number but the text of
 * the issue: there it goes, unless somebody knows it already.
 */
export function reporterIn(
  said: SaidOfHim,
  { enterprise, text }: { readonly enterprise: string; readonly text: string },
  park: Park,
): { readonly reporter: Reporter; readonly behind: string } {
  const written = PHONE_IN_NAME.exec(said.name);
  const name = (written === null ? said.name : said.name.replace(written[0], "")).trim();
  const phone = said.phone === "" ? (written?.[1] ?? "") : said.phone;
  const [coordinator] = park.directory.coordinators();
  const own = park.directory.person(name);
  const speaks = own?.role === "liaison" && own.enterprise === enterprise;
  const isNobodys = name === "" || (own !== undefined && !speaks);
  const reporter = reporterNamed(isNobodys && coordinator !== undefined ? coordinator.name : name, park);
  const isKnown = phone === "" || text.includes(phone) || (speaks && isSamePhone(phone, own));
  return { reporter, behind: isKnown ? "" : contactBehind(name, phone) };
}
