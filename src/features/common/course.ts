import type { Conversation } from "../../chat/conversation.ts";
import * as words from "../../messages/zh-cn/common.ts";
import { type CommonEvent, commonEventsOf, FORGOTTEN_OF_COMMON, numbersTold } from "../../store/common-record.ts";
import type { SeenCommon } from "./seen.ts";

/** What was done about a common problem, for who may see it: of issues that he may not see nothing is told, not even how many. */

export interface Step {
  readonly at: string;
  readonly what: string;
  readonly who: string;
  readonly text: string;
}

/** The newest first. */
export async function courseOf({ ctx, reader }: Conversation, seen: SeenCommon): Promise<readonly Step[]> {
  const events = await commonEventsOf(ctx.db, seen.common.id);
  const shown = new Set(seen.members.map(({ id }) => id));
  const seesAll = reader.audience.kind !== "department";
  return events.toReversed().flatMap((event): readonly Step[] => {
    const numbers = numbersOf(event).filter((id) => seesAll || shown.has(id));
    // What is about issues alone, and about none of those, did not happen here.
    if (ABOUT_ISSUES.has(event.action) && numbers.length === 0) return [];
    return [
      {
        at: reader.dateTime(event.at),
        what: whatOf(event),
        who: whoOf(event),
        text: textOf(event, numbers, seen, reader),
      },
    ];
  });
}

/** Who did something last: what is said to who comes second. */
export async function lastDoer({ ctx }: Conversation, id: number): Promise<string> {
  const last = (await commonEventsOf(ctx.db, id)).at(-1);
  return last === undefined ? "" : whoOf(last);
}

const ABOUT_ISSUES: ReadonlySet<string> = new Set(["add", "remove"]);

function whatOf({ action }: CommonEvent): string {
  return isKnown(action) ? words.DEEDS[action] : action;
}

function isKnown(action: string): action is keyof typeof words.DEEDS {
  return action in words.DEEDS;
}

function whoOf({ actor, action }: CommonEvent): string {
  const { name } = actor;
  return action === FORGOTTEN_OF_COMMON || typeof name !== "string" ? "" : name;
}

function numbersOf(event: CommonEvent): readonly number[] {
  return (["add", "remove", "reached"] as const).flatMap((key) => numbersTold(event, key));
}

function textOf(
  { data, action }: CommonEvent,
  numbers: readonly number[],
  { text }: SeenCommon,
  reader: Conversation["reader"],
): string {
  const row: Readonly<Record<string, unknown>> =
    typeof data["row"] === "object" && data["row"] !== null ? { ...data["row"] } : {};
  const said = typeof data["text"] === "string" ? text(data["text"]) : "";
  const { title, lead, due } = row;
  const parts = [
    action === "create" && typeof title === "string" ? text(title) : "",
    action === "due" || action === "rename" ? "" : said,
    action === "rename" && typeof title === "string" ? text(title) : "",
    action === "lead" && typeof lead === "string" ? reader.department(lead) : "",
    typeof due === "string" ? words.untilDay(reader.day(new Date(due))) : "",
    numbers.map((id) => `#${id}`).join("、"),
  ];
  return parts.filter((part) => part !== "").join("　");
}
