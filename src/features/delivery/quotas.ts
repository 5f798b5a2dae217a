import type { Card, Field } from "../../messages/card.ts";
import { monthText, quotaName, quotaTitle, quotaTodo, quotaUse } from "../../messages/zh-cn/quotas.ts";
import { percentOf } from "../../outbox/usage-book.ts";
import { QUOTAS, type Quota } from "../../platforms/platform.ts";
import type { Db } from "../../store/client.ts";
import { readUsage } from "../../store/usage.ts";

/** How a platform's month stands. */
export interface QuotaStand {
  readonly quota: Quota;
  readonly used: number;
  readonly limit: number;
  /** Of the limit, in whole percent. */
  readonly percent: number;
}

/** The platforms' quotas in a month (2026-11), those that nothing was used of included. */
export async function quotasIn(db: Db, month: string): Promise<readonly QuotaStand[]> {
  const all = await readUsage(db, month);
  return ALL.map((quota) => {
    const used = all.get(quota) ?? 0;
    return { quota, used, limit: QUOTAS[quota], percent: percentOf(quota, used) };
  });
}

const ALL = ["dingtalk:api", "dingtalk:webhook-stream"] as const satisfies readonly Quota[];

/** A line for each of which something was used. */
export function quotaFields(stands: readonly QuotaStand[], month: string): readonly Field[] {
  return stands
    .filter(({ used }) => used > 0)
    .map((one) => ({ label: `${quotaName(one.quota)} ${monthText(month)}`, value: quotaUse(one) }));
}

/** Tells that so much is used, what is left, and what can be done. */
export function quotaCard(quota: Quota, used: number, month: string): Card {
  const stand = { used, limit: QUOTAS[quota], percent: percentOf(quota, used) };
  return {
    blocks: [
      { kind: "title", text: quotaTitle(quota, stand.percent) },
      { kind: "fields", fields: [{ label: monthText(month), value: quotaUse(stand) }] },
      { kind: "text", text: quotaTodo(quota, stand.percent) },
      { kind: "actions", steps: [{ command: "outbox", label: "see-waiting" }] },
    ],
  };
}
