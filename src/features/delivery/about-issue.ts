import type { Conversation } from "../../chat/conversation.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import type { Issue } from "../../domain/issue/issue.ts";
import { ACTIONS } from "../../domain/issue/lifecycle.ts";
import { isBody, type NoticeBody } from "../../domain/notice/notice.ts";
import type { Directory } from "../../domain/park/directory.ts";
import { type Chat, PLATFORMS, type PlatformName } from "../../domain/park/org.ts";
import type { Reader } from "../../messages/reader.ts";
import { reasonText } from "../../messages/zh-cn/delivery.ts";
import { actionWord } from "../../messages/zh-cn/dossier.ts";
import { noticeName } from "../../messages/zh-cn/issue-record.ts";
import { COMPANIES_GROUP, placeName } from "../../messages/zh-cn/places.ts";
import { type Addressed, type NoticeAbout, noticesAbout } from "../../store/notices-about.ts";
import { olderPage } from "../older.ts";

/** A message that was told about an issue, for people: never what it said, which was made for the eyes of its place. */
export interface Sent {
  readonly id: number;
  /** What it told of: 派单, 提醒. */
  readonly what: string;
  readonly to: string;
  readonly platform: PlatformName;
  readonly state: NoticeAbout["state"];
  /** When it arrived or was given up; of one that waits when it goes. */
  readonly at: string;
  readonly reason: string | null;
}

export interface SentPage {
  readonly sent: readonly Sent[];
  /** Before which there are more. Null: there are none. */
  readonly next: number | null;
}

const ON_A_PAGE = 20;

/** The messages about an issue, the newest first; a unit reads of those to itself. Null: they are not for these eyes. */
export async function sentAbout(
  { ctx, reader }: Conversation,
  issue: Pick<Issue, "id" | "confidential">,
  before: number | null,
): Promise<SentPage | null> {
  if (!reader.seesInternal) return null;
  const { audience, park } = reader;
  const to = audience.kind === "department" ? addressesOf(audience.department, park.org) : null;
  const found = await noticesAbout(ctx.db, issue.id, { before, limit: ON_A_PAGE + 1, to });
  const { shown, next } = olderPage(found, ON_A_PAGE, ({ id }) => id);
  return {
    sent: shown.map((one) => ({
      id: one.id,
      what: whatOf(one.body),
      to: placeOf(one, issue, reader),
      platform: one.platform,
      state: one.state,
      at: reader.dateTime(one.settledAt ?? one.readyAt),
      reason: one.state === "sent" || one.lastError === null ? null : reasonText(one.lastError),
    })),
    next,
  };
}

/**
 * A group by its name, a person by his where he is named here; of an answer to whom it went. The group of a company that is
 * hidden here would tell which it is.
 */
function placeOf({ target }: NoticeAbout, issue: Pick<Issue, "confidential">, { park, audience }: Reader): string {
  const chat = chatOf(target, park.directory);
  if (chat?.audience === "enterprise" && companyShown(issue, audience) === "hidden") return COMPANIES_GROUP;
  if (target.kind !== "reply") return placeName(target, park, audience);
  if (chat !== undefined) return chat.name;
  const { platform, userId } = target;
  if (userId === null) return placeName(target, park, audience);
  // Whoever the org file does not know is shown by the account that wrote.
  const person = park.directory.personBy(platform, userId);
  const name = person === undefined ? userId : person.name;
  return placeName({ kind: "person", platform, userId, name }, park, audience);
}

/** The group of the org file that it goes to. Undefined: it goes to a person, or to no group that is known. */
function chatOf(target: NoticeAbout["target"], directory: Directory): Chat | undefined {
  if (target.kind === "chat") return directory.chat(target.code);
  if (target.kind === "person" || target.chatId === null) return undefined;
  return directory.chatBy(target.platform, target.chatId);
}

/** Where a unit is reached: its groups, and its people. */
function addressesOf(department: string, { chats, people }: Conversation["ctx"]["park"]["org"]): Addressed {
  const own = people.filter((one) => one.department === department);
  return {
    chats: chats.filter((one) => one.department === department),
    people: own.flatMap((one) =>
      PLATFORMS.flatMap((platform) => {
        const userId = one[platform];
        return userId === undefined ? [] : [{ platform, userId }];
      }),
    ),
  };
}

function whatOf(body: NoticeBody): string {
  const action = isBody(body, "move") ? ACTIONS.find((one) => one === body.facts.action) : undefined;
  return action === undefined ? noticeName(body.kind) : actionWord(action);
}
