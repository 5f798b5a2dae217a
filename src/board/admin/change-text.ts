import type { Org } from "../../domain/park/org.ts";
import { maskPhones } from "../../messages/escape.ts";
import { RECORD } from "../../messages/zh-cn/admin.ts";
import { fieldText, partText } from "../../messages/zh-cn/org-changes.ts";
import { policyPart } from "../../messages/zh-cn/policy-parts.ts";
import type { RecordedChange } from "../../store/org-changes.ts";
import { leavesOf } from "./change-leaves.ts";
import { digestName, nameIn, shownValue } from "./entries.ts";
import { KINDS, labelOf } from "./kinds.ts";

/** 修改人员「王建国」：手机 138****1111 → 139****2222 */
export function changeText({ part, key, name, verb, fields }: RecordedChange, org: Org): string {
  const called = part === "digest" ? digestName(org, key) : name || key;
  const head = `${RECORD[verb]}${partText(part)}${called === "" ? "" : `「${called}」`}`;
  const kind = KINDS.find((one) => one.part === part);
  const values = fields.flatMap(({ field, from, to }) => {
    const known = kind?.fields.find((one) => one.name === field && (one.control === "choice" || one.control === "ref"));
    const said = (before: string | null, after: string | null) => {
      const [was, is] = [before, after].map((value) => {
        if (value === null) return RECORD.nothingThere;
        return known === undefined ? value : shownValue(org, known, value);
      });
      return verb === "added" ? is : verb === "removed" ? was : `${was} → ${is}`;
    };
    const label = kind === undefined ? fieldText(field) : labelOf(kind, field);
    const leaves = leavesOf(from, to);
    if (leaves === null) return [`${label} ${said(from, to)}`];
    return leaves.map(
      (one) => `${label} ${one.path.map((word) => leafName(org, word)).join(" ")} ${said(one.from, one.to)}`,
    );
  });
  return maskPhones(values.length === 0 ? head : `${head}：${values.join("；")}`);
}

function leafName(org: Org, word: string): string {
  return policyPart(word) ?? nameIn(org, "categories", word);
}
