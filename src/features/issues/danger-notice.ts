import { wishesIn } from "../../chat/wishes.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import type { Card } from "../../messages/card.ts";
import { maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/raise.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";

/** Danger to life in what waits for a yes or a company's name, or is said of an issue that is there: the coordinator does not wait for it. */
interface DangerBody {
  readonly kind: "danger";
  readonly who: { readonly platform: PlatformName; readonly userId: string; readonly name: string };
  /** The code of the group where it was said. */
  readonly chat: string | null;
  readonly text: string;
  /** The issue that it was said of; none: it is new. */
  readonly issue?: number;
}

export const dangerNotice = noticeKind<DangerBody, DangerBody>("danger", {
  lookAgain: async (body) => body,
  card: dangerCard,
});

/** In a group that stands in for the coordinator nobody's account stands, nor what was said in confidence. */
function dangerCard({ who, chat, text, issue }: DangerBody, reader: Reader): Card {
  const { name, platform, userId } = who;
  const alone = reader.audience.kind === "coordinator";
  const secret = !alone && wishesIn(text, reader.park.directory).confidential;
  return {
    blocks: [
      {
        kind: "title",
        text: issue === undefined ? words.DANGER_BEFORE_FILED.title : words.dangerOf(alone ? issue : null),
      },
      {
        kind: "fields",
        fields: [
          { label: words.DANGER_BEFORE_FILED.who, value: alone ? `${name}（${platform} ${userId}）` : name },
          ...(chat === null ? [] : [{ label: words.DANGER_BEFORE_FILED.chat, value: reader.chat(chat) }]),
        ],
      },
      ...(secret ? [] : [{ kind: "said" as const, text: alone ? text : maskPhones(text) }]),
      { kind: "text", text: issue === undefined ? words.DANGER_BEFORE_FILED.waits : words.DANGER_BEFORE_FILED.first },
    ],
  };
}
