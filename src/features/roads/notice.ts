import type { PlatformName } from "../../domain/park/org.ts";
import { type Card, say } from "../../messages/card.ts";
import type { Reader } from "../../messages/reader.ts";
import * as words from "../../messages/zh-cn/roads.ts";
import { noticeKind } from "../../outbox/notice-kind.ts";
import { openGap } from "../../store/roads.ts";

/** What is told of a road. Moments are ISO instants. */

export type RoadFacts =
  /** Nothing arrives, and it is known why. */
  | {
      readonly what: "down";
      readonly platform: PlatformName;
      readonly state: words.Down;
      readonly reason: string | null;
      readonly since: string;
    }
  /** It arrives again. `posted`: the groups were asked to say it again. */
  | {
      readonly what: "back";
      readonly platform: PlatformName;
      readonly kind: "connection" | "group" | "direct";
      readonly began: string;
      readonly ended: string;
      readonly posted: boolean;
    }
  /** Gaps too short to trouble the groups with, together. */
  | {
      readonly what: "short";
      readonly platform: PlatformName;
      readonly count: number;
      readonly totalMs: number;
      readonly longestMs: number;
      readonly first: string;
      readonly last: string;
    }
  /** Nothing is heard of one kind of chat, and that is not usual. */
  | {
      readonly what: "silent";
      readonly platform: PlatformName;
      readonly kind: "group" | "direct";
      readonly since: string;
      readonly usual: number;
      readonly others: number;
      readonly renewed: boolean;
    };

interface RoadBody {
  readonly kind: "road";
  readonly facts: RoadFacts;
}

/** For who has to mend it. What could not go before it was over says nothing any more: that it is over has been told. */
export const roadNotice = noticeKind<RoadBody, RoadFacts>("road", {
  lookAgain: async ({ facts }, { db }) => {
    if (facts.what !== "down" && facts.what !== "silent") return facts;
    const kind = facts.what === "down" ? "connection" : facts.kind;
    return (await openGap(db, facts.platform, kind)) === null ? null : facts;
  },
  card: roadCard,
});

interface GapBody {
  readonly kind: "gap";
  /** The times that one message tells of: at least one. */
  readonly spans: readonly { readonly began: string; readonly ended: string }[];
}

/** For the groups: what was said then is to be said again. */
export const gapNotice = noticeKind<GapBody, GapBody>("gap", {
  lookAgain: async (body) => body,
  card: ({ spans }, reader) => say(words.sayAgain(spans.map(({ began, ended }) => spanOf(began, ended, reader)))),
});

function roadCard(facts: RoadFacts, reader: Reader): Card {
  switch (facts.what) {
    case "down":
      return {
        blocks: [
          { kind: "title", text: words.downTitle(facts.platform, facts.state) },
          { kind: "text", text: words.downText(facts.platform, facts.state, reader.dateTime(new Date(facts.since))) },
          // Why a connection broke stands in the log; why it is refused says what is to be mended.
          ...(facts.reason === null || facts.state !== "refused"
            ? []
            : [{ kind: "fields" as const, fields: [{ label: words.REASON, value: facts.reason }] }]),
        ],
      };
    case "back": {
      const span = spanOf(facts.began, facts.ended, reader);
      const length = words.lengthText(Date.parse(facts.ended) - Date.parse(facts.began));
      return titled(words.backTitle(facts.platform, facts.kind), words.backText(span, length, facts.posted));
    }
    case "short": {
      const { count, totalMs, longestMs, first, last } = facts;
      const [total, longest] = [words.lengthText(totalMs), words.lengthText(longestMs)];
      return say(words.shortText(facts.platform, { count, total, longest, span: spanOf(first, last, reader) }));
    }
    case "silent": {
      const since = reader.dateTime(new Date(facts.since));
      return titled(words.silentTitle(facts.platform, facts.kind), words.silentText(facts.kind, { ...facts, since }));
    }
  }
}

function titled(title: string, text: string): Card {
  return {
    blocks: [
      { kind: "title", text: title },
      { kind: "text", text },
    ],
  };
}

function spanOf(began: string, ended: string, { park, now }: Reader): string {
  return words.spanText(new Date(began), new Date(ended), park.org.park.timeZone, now);
}
