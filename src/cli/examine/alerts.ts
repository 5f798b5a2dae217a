import type { Park } from "../../domain/park/park.ts";
import { about, type Finding, few } from "./finding.ts";

const { note } = about("reach");

/** Beyond so many groups they are only counted. */
const MOST_GROUPS = 10;

/**
 * Who cannot be alerted by name. A bot's mention alerts nobody in WeCom; the text of a group's webhook does. Somebody
 * without an id is not known in chat either.
 */
export function checkAlerts({ org }: Park): readonly Finding[] {
  const silent = org.chats.filter((one) => one.platform === "wecom" && one.webhook === undefined);
  const told = silent.slice(0, MOST_GROUPS);
  const more = silent.length - told.length;
  const unknown = org.people.filter((one) => one.wecom === undefined && one.dingtalk === undefined);
  const names = unknown.map((one) => one.name);
  return [
    ...told.map(({ name, code }) => note((words) => words.groupWithoutWebhook(name, code))),
    ...(more === 0 ? [] : [note((words) => words.groupsWithoutWebhook(more))]),
    ...(names.length === 0 ? [] : [note((words) => words.peopleWithoutId(names.length, few(words, names)))]),
  ];
}
