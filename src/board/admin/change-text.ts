import type { Org } from "../../domain/park/org.ts";
import { maskPhones } from "../../messages/escape.ts";
import { RECORD } from "../../messages/zh-cn/admin.ts";
import { digestText, fieldText, partText } from "../../messages/zh-cn/org-changes.ts";
import type { RecordedChange } from "../../store/org-changes.ts";
import { shownValue } from "./entries.ts";
import { KINDS, labelOf } from "./kinds.ts";

/** 修改人员「王建国」：手机 138****1111 → 139****2222 */
export function changeText({ part, key, name, verb, fields }: RecordedChange, org: Org): string {
  const called = part === "digest" ? digestText(key).trim() : name || key;
  const head = `${RECORD[verb]}${partText(part)}${called === "" ? "" : `「${called}」`}`;
  const kind = KINDS.find((one) => one.part === part);
  const values = fields.map(({ field, from, to }) => {
    const known = kind?.fields.find((one) => one.name === field && (one.control === "choice" || one.control === "ref"));
    const [before, after] = [from, to].map((value) => {
      if (value === null) return RECORD.nothingThere;
      return known === undefined ? value : shownValue(org, known, value);
    });
    const said = verb === "added" ? after : verb === "removed" ? before : `${before} → ${after}`;
    return `${kind === undefined ? fieldText(field) : labelOf(kind, field)} ${said}`;
  });
  return maskPhones(values.length === 0 ? head : `${head}：${values.join("；")}`);
}
