import { wishesIn } from "../../chat/wishes.ts";
import type { PlatformName } from "../../domain/park/org.ts";
import type { Card, Field } from "../../messages/card.ts";
import { firstPhone, maskPhones } from "../../messages/escape.ts";
import type { Reader } from "../../messages/reader.ts";
import { accountText } from "../../messages/zh-cn/claims.ts";
import { contactText } from "../../messages/zh-cn/issues.ts";
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
  /** It is over; of what was told before, and not filed. */
  readonly over?: boolean;
  /** Of whom nothing is known, so that no issue comes of it; with the id of a group that the org file does not know. */
  readonly stranger?: { readonly group: string | null };
}

export const dangerNotice = noticeKind<DangerBody, DangerBody>("danger", {
  lookAgain: async (body) => body,
  card: dangerCard,
});

/** In a group that stands in for the coordinator nobody's account stands, nor what was said in confidence. */
function dangerCard(body: DangerBody, reader: Reader): Card {
  const { who, text } = body;
  const alone = reader.audience.kind === "coordinator";
  const secret = !alone && wishesIn(text, reader.park.directory).confidential;
  return {
    blocks: [
      {
        kind: "title",
        text: titleOf(body, alone),
      },
      {
        kind: "fields",
        fields: [
          ...(alone ? companyFields(who, reader) : []),
          { label: words.DANGER_BEFORE_FILED.who, value: alone ? callable(body, reader) : who.name },
          ...chatFields(body, reader),
        ],
      },
      ...(secret ? [] : [{ kind: "said" as const, text: alone ? text : maskPhones(text) }]),
      { kind: "text", text: whatIsToDo(body) },
    ],
  };
}

function titleOf({ issue, over }: DangerBody, isAlone: boolean): string {
  if (over === true) return words.DANGER_BEFORE_FILED.over;
  return issue === undefined ? words.DANGER_BEFORE_FILED.title : words.dangerOf(isAlone ? issue : null);
}

/** The company of somebody whom the org file knows. */
function companyFields({ platform, userId }: DangerBody["who"], reader: Reader): readonly Field[] {
  const { enterprise } = reader.park.directory.personBy(platform, userId) ?? {};
  return enterprise === undefined
    ? []
    : [{ label: words.DANGER_BEFORE_FILED.company, value: reader.company(enterprise) }];
}

function whatIsToDo({ issue, stranger, over }: DangerBody): string {
  if (over === true) return words.DANGER_BEFORE_FILED.overWaits;
  if (stranger !== undefined) return words.DANGER_BEFORE_FILED.stranger;
  return issue === undefined ? words.DANGER_BEFORE_FILED.waits : words.DANGER_BEFORE_FILED.first;
}

function chatFields({ chat, stranger }: DangerBody, reader: Reader): readonly Field[] {
  const label = words.DANGER_BEFORE_FILED.chat;
  if (chat !== null) return [{ label, value: reader.chat(chat) }];
  return stranger?.group == null ? [] : [{ label, value: words.groupWithoutName(stranger.group) }];
}

/** Who it is and how to call him; of somebody whom the org file does not know, the account, by which he is found. */
function callable({ who: { platform, userId, name }, text }: DangerBody, { park }: Reader): string {
  const person = park.directory.personBy(platform, userId);
  const called = contactText(person === undefined ? name : person.name, person?.phone ?? firstPhone(text));
  return person === undefined ? words.withAccount(called, accountText(platform, userId)) : called;
}
