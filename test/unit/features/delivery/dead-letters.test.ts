import { describe, expect, it } from "vitest";
import { deadLetterCard, deadLettersCard } from "../../../../src/features/delivery/dead-letters.ts";
import { Reader } from "../../../../src/messages/reader.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { type OwnReason, reasonText } from "../../../../src/messages/zh-cn/delivery.ts";
import { on, PARK } from "../../../support/domain.ts";

const READER = new Reader({ kind: "coordinator" }, { park: PARK, now: on("11-18 10:00") });

/** Exhaustive: a reason that is added is missing here until it is read, too. */
const ALL: Readonly<Record<OwnReason, true>> = {
  "person-gone": true,
  "chat-gone": true,
  "wecom-not-configured": true,
  "dingtalk-not-configured": true,
  "cannot-make": true,
  "program-fault": true,
  "not-recorded": true,
  "reply-over": true,
  "no-webhook": true,
  "webhook-unusable": true,
  "no-road-to-person": true,
  "not-a-member": true,
  "user-unknown": true,
  "too-large": true,
  "outside-app": true,
  unlicensed: true,
  "app-missing": true,
};

describe("why a message was not delivered", () => {
  it.each(Object.keys(ALL))("is read in Chinese, with the issue's number, in both cards: %s", (reason) => {
    const letter = { notice: 7, to: { kind: "chat", code: "qiye" } as const, issue: 4, reason };
    const cards = [deadLetterCard(letter, READER), deadLettersCard({ notices: [7], letters: [letter] }, READER)];
    for (const text of cards.map(renderText)) {
      expect(text).toContain("园区企业群 #4");
      expect(text).toMatch(/原因[：\s]*\p{Script=Han}{2}/u);
      expect(text).not.toContain(reason);
    }
  });

  it("stays as it is where an earlier version said it, and stands behind a sentence where the platform did", () => {
    for (const said of ["the chat is no longer in the org file", "toString"]) expect(reasonText(said)).toBe(said);
    expect(reasonText("errcode 93000: invalid webhook url")).toMatch(
      /^\p{Script=Han}.*（errcode 93000: invalid webhook url）$/u,
    );
  });

  it("names no issue where the message was about none", () => {
    const text = renderText(deadLetterCard({ notice: 7, place: "督办群", reason: "chat-gone" }, READER));
    expect(text).toContain("消息没有送达：督办群");
    expect(text).not.toContain("#");
  });
});
