import { type Conversation, type Reply, sentence, withCard } from "../../chat/conversation.ts";
import { pageIn } from "../../chat/understand/zh-cn-phrases.ts";
import { isCoordinator } from "../../domain/issue/issue.ts";
import type { Block } from "../../messages/card.ts";
import { listed, pageOf } from "../../messages/sections.ts";
import { commandWord, forCoordinatorAlone } from "../../messages/zh-cn/commands.ts";
import {
  deadLine,
  MESSAGES_COUNTED,
  notLost,
  OUTBOX_ELSEWHERE,
  OUTBOX_EMPTY,
  outboxTitle,
  sentAgain,
  waitingLine,
} from "../../messages/zh-cn/delivery.ts";
import { noPage } from "../../messages/zh-cn/lists.ts";
import { monthOf } from "../../outbox/usage-book.ts";
import { revive } from "../../store/notices.ts";
import { listOutbox, type OutboxEntry, outboxFigures } from "../../store/outbox.ts";
import { whereText } from "./dead-letters.ts";
import { quotaFields, quotasIn } from "./quotas.ts";

const ON_A_PAGE = 10;

/** What is said to who may not see what waits and what failed, or not here. Null: he may. */
export function outboxRefused({ actor, reader }: Conversation): string | null {
  const { kind } = reader.audience;
  if (!isCoordinator(actor)) return forCoordinatorAlone("outbox");
  // Its numbers and units are not for one department's or the companies' group.
  return kind !== "supervision" && kind !== "coordinator" ? OUTBOX_ELSEWHERE : null;
}

/** 投递: what waits and what failed. */
export async function showOutbox(conversation: Conversation, rest: string): Promise<Reply> {
  const refused = outboxRefused(conversation);
  if (refused !== null) return sentence(refused);
  const { ctx, reader } = conversation;
  const figures = await outboxFigures(ctx.db);
  const waitingCount = [...figures.waiting.values()].reduce((sum, one) => sum + one, 0);
  const cut = { ...pageOf(commandWord("outbox"), pageIn(rest).page, ON_A_PAGE), unit: MESSAGES_COUNTED };
  const upTo = cut.page * cut.size;
  const [waiting, dead] = [await listOutbox(ctx.db, "waiting", upTo), await listOutbox(ctx.db, "dead", upTo)];
  const month = monthOf(ctx.park, ctx.now);
  const used = quotaFields(await quotasIn(ctx.db, month), month);
  const quotas: readonly Block[] = used.length === 0 ? [] : [{ kind: "fields", fields: used }];
  if (waiting.length + dead.length === 0)
    return withCard({ blocks: [{ kind: "text", text: OUTBOX_EMPTY }, ...quotas] });
  const where = ({ target, issueId }: OutboxEntry) => whereText({ to: target, issue: issueId ?? undefined }, reader);
  const waits = (one: OutboxEntry) => waitingLine(where(one), reader.dateTime(one.readyAt), one.lastError);
  const failed = (one: OutboxEntry) => deadLine(one.id, where(one), one.lastError);
  const blocks: readonly Block[] = [
    ...listed(waiting, waits, cut, waitingCount).blocks,
    ...listed(dead, failed, cut, figures.dead).blocks,
  ];
  if (blocks.length === 0) return sentence(noPage(cut.page));
  return withCard({
    blocks: [
      { kind: "title", text: outboxTitle(waitingCount, figures.dead) },
      ...blocks,
      ...quotas,
      ...(dead.length === 0
        ? []
        : [{ kind: "actions" as const, steps: [{ command: "resend", id: "any", label: "send-again" } as const] }]),
    ],
  });
}

/** 重发 7: a failed message goes again. */
export async function resend({ ctx, actor }: Conversation, id: number): Promise<Reply> {
  if (!isCoordinator(actor)) return sentence(forCoordinatorAlone("resend"));
  return sentence((await revive(ctx.db, id, ctx.now)) ? sentAgain(id) : notLost(id));
}
