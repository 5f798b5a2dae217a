import { type Conversation, type Reply, withCard } from "../../chat/conversation.ts";
import { presentOf } from "../../domain/notice/places.ts";
import type { Block } from "../../messages/card.ts";
import { contactText } from "../../messages/zh-cn/issues.ts";
import * as words from "../../messages/zh-cn/people.ts";
import { readRoster } from "../../store/people.ts";

/** 人工: whom to call, those who are there, and when. Without a number, how else somebody is reached. */
export async function whoToCall({ ctx }: Conversation): Promise<Reply> {
  const { park, db, now } = ctx;
  const present = presentOf(park.directory.coordinators(), park, await readRoster(db, now, []));
  const called = present.filter((one) => one.phone !== undefined);
  const people = called.length > 0 ? called : present;
  const { calendar } = park;
  const blocks: readonly Block[] = [
    { kind: "title", text: words.HUMAN.title },
    {
      kind: "fields",
      fields: [
        ...(people.length === 0
          ? []
          : [
              {
                label: words.HUMAN.office,
                value: people.map(({ name, phone }) => contactText(name, phone ?? null)).join("、"),
              },
            ]),
        { label: words.HUMAN.hours, value: words.workingHoursText(calendar.workingHours, calendar.isOpen(now)) },
      ],
    },
    { kind: "text", text: called.length > 0 ? words.HUMAN.urgent : words.HUMAN.noPhone },
  ];
  return withCard({ blocks });
}
