import { outboxRefused } from "../features/delivery/outbox-list.ts";
import type { Card } from "../messages/card.ts";
import { say } from "../messages/card.ts";
import { PROBLEMS } from "../messages/zh-cn/board.ts";
import { listOutbox, outboxFigures } from "../store/outbox.ts";
import { DeliveriesPage } from "./deliveries-page.tsx";
import { type Asking, numberIn, type Outcome, type Route } from "./page.ts";
import { runCommand } from "./speaking.ts";

/** What waits and what did not arrive, and sending it again. */
export const DELIVERY_ROUTES: readonly Route[] = [
  { method: "get", path: "/deliveries", handle: deliveries },
  { method: "post", path: "/deliveries/:id", handle: resend },
];

/** Of each list so many are shown, and all counted. */
const MOST_DEAD = 100;
const MOST_WAITING = 30;

async function deliveries({ conversation, frame, said }: Asking): Promise<Outcome> {
  // Who may not see them in a chat learns no more of the page than of one that there is not.
  if (outboxRefused(conversation) !== null) return { problem: "not-found", status: 404 };
  const { db } = conversation.ctx;
  const figures = await outboxFigures(db);
  const dead = await listOutbox(db, "dead", MOST_DEAD);
  const waiting = await listOutbox(db, "waiting", MOST_WAITING);
  return { page: <DeliveriesPage {...{ conversation, figures, dead, waiting, said }} frame={frame("deliveries")} /> };
}

/** As 重发 7. */
async function resend({ conversation, request }: Asking): Promise<Outcome> {
  if (outboxRefused(conversation) !== null) return { problem: "not-found", status: 404 };
  const card: Card | null = await runCommand(conversation, "resend", numberIn(request));
  return { to: "/deliveries", said: card ?? say(PROBLEMS["not-possible"]) };
}
