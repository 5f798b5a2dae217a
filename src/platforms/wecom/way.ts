import { createHash } from "node:crypto";
import type { Card } from "../../messages/card.ts";
import {
  type Address,
  type Attachment,
  type Budget,
  type Delivery,
  gaveUp,
  type Part,
  type WayTaken,
} from "../platform.ts";
import { WEBHOOK_PER_MINUTE } from "./client.ts";
import { renderForGroup } from "./render.ts";

/** One way of saying something in WeCom, asked for those addresses alone that it was chosen for. */
export interface Way {
  /** `replaces`: as of a platform. */
  render(card: Card, address: Address, replaces?: string): readonly Part[];
  send(address: Address, part: Part): Promise<Delivery & WayTaken>;
  carries(kind: Attachment["kind"]): boolean;
  budget(address: Address): Budget;
  robot(address: Address): string;
}

/** Where no way leads: nothing is ever tried, so that its budget is only a name. */
export function noWay(reason: Parameters<typeof gaveUp>[0]): Way {
  return {
    render: renderForGroup,
    send: async () => gaveUp(reason),
    carries: () => false,
    budget: () => ({ key: `wecom:${reason}`, perMinute: WEBHOOK_PER_MINUTE }),
    robot: () => `wecom:${reason}`,
  };
}

/** What stands for a secret or an id in a name. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
