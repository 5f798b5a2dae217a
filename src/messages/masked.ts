import { isStaff } from "../domain/issue/issue.ts";
import type { Park } from "../domain/park/park.ts";
import { FORGOTTEN } from "../domain/zh-cn-forgotten.ts";
import type { Subject } from "./covering.ts";
import { maskPhones } from "./escape.ts";

/** Contact data on a page, until it is asked for: who reads may have it, and whoever has it is written down. */

/** 周** */
export function maskedName(name: string): string {
  const [first = "", ...more] = name;
  return first + "*".repeat(Math.max(1, more.length));
}

/** 138****5678; of a number of any other kind only its end. */
export function maskedNumber(number: string): string {
  const masked = maskPhones(number);
  return masked === number ? `****${number.slice(-2)}` : masked;
}

/** A text of an issue without the numbers in it, and with its company's people as a list has them. By the form comes a company, by its name. */
export function maskedText(text: string, { enterprise, reporter }: Subject, park: Park): string {
  const { people = [] } = park.known.get(enterprise) ?? {};
  const known = park.directory.person(reporter.name);
  const isOther = reporter.platform === "form" || (known !== undefined && isStaff(known));
  const names = isOther ? people : [...people, reporter.name];
  return names
    .filter((name) => [...name].length > 1 && name !== FORGOTTEN)
    .reduce((rest, name) => rest.replaceAll(name, maskedName(name)), maskPhones(text));
}
