import type { Card } from "./card.ts";

/** A message that was given up. `place`: for people. `reason`: the platform's code and words. */
export interface DeadLetterWords {
  readonly notice: number;
  readonly place: string;
  readonly reason: string;
}

/** Tells of one that was given up just now. */
export function deadLetterCard({ notice, place, reason }: DeadLetterWords): Card {
  return {
    blocks: [
      { kind: "title", text: `消息没有送达：${place}` },
      { kind: "fields", fields: [{ label: "原因", value: reason }] },
      { kind: "hint", text: `排除原因后：重发 ${notice}　全部列表：投递` },
    ],
  };
}

/** Tells of all that nobody could be told of when they were given up. */
export function deadLettersCard(told: { readonly count: number; readonly letters: readonly DeadLetterWords[] }): Card {
  const { count, letters } = told;
  const cut = count > letters.length ? "这里是最早的几条。" : "";
  return {
    blocks: [
      { kind: "title", text: `有 ${count} 条消息没有送达，当时没能通知您` },
      {
        kind: "list",
        items: letters.map(({ notice, place, reason }) => `${notice}：${place}，原因 ${reason}`),
      },
      { kind: "hint", text: `${cut}排除原因后：重发 编号　全部列表：投递` },
    ],
  };
}
