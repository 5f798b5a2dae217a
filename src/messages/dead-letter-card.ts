import type { Card } from "./card.ts";
import { reasonText } from "./own-reasons.ts";

/** A message that was given up. `place`: for people. `reason`: a code of the program's, or the platform's code and words. */
export interface DeadLetterWords {
  readonly notice: number;
  readonly place: string;
  /** What it was about. */
  readonly issue: number | null;
  readonly reason: string;
}

/** Tells of one that was given up just now. */
export function deadLetterCard(letter: DeadLetterWords): Card {
  return {
    blocks: [
      { kind: "title", text: `消息没有送达：${placeAndIssue(letter)}` },
      { kind: "fields", fields: [{ label: "原因", value: reasonText(letter.reason) }] },
      { kind: "hint", text: `排除原因后：重发 ${letter.notice}　全部列表：投递` },
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
        items: letters.map((letter) => `${letter.notice}：${placeAndIssue(letter)}，原因 ${reasonText(letter.reason)}`),
      },
      { kind: "hint", text: `${cut}排除原因后：重发 编号　全部列表：投递` },
    ],
  };
}

/** 园区企业群 #4 */
export function placeAndIssue({ place, issue }: Pick<DeadLetterWords, "place" | "issue">): string {
  return issue === null ? place : `${place} #${issue}`;
}
