import { wayTo } from "../../domain/notice/places.ts";
import type { Chat, Person } from "../../domain/park/org.ts";
import { DIGEST_NAMES, DIGEST_TRAITS } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import { COMMAND_WORDS } from "../../messages/zh-cn/commands.ts";
import { about, counted, type Finding, few } from "./finding.ts";

const { note } = about("reach");

/** Who hears nothing, or not directly, with this org file and these platforms. None of it keeps Chaxu from running. */
export function checkReach(park: Park, canPost: (chat: Chat) => boolean): readonly Finding[] {
  return [
    ...departmentsWithoutWay(park),
    ...groupsWithoutWay(park, canPost),
    ...liaisonsWithoutRoad(park),
    ...officesWithoutRoad(park),
    ...missingDigests(park),
  ].map(note);
}

function departmentsWithoutWay(park: Park): readonly string[] {
  const { directory, org } = park;
  const alone = org.departments.filter(
    ({ code }) =>
      directory.chatsOfDepartment(code).length === 0 &&
      !directory.officersOf(code).some((one) => wayTo(park, one) !== null),
  );
  if (alone.length === 0) return [];
  const names = few(alone.map((one) => one.name));
  return [
    `${counted(alone.length, "department has", "departments have")} neither a group nor anybody who can be reached directly, so the coordinator is asked to pass on what concerns them: ${names}`,
  ];
}

/** A WeCom group without a webhook is a warning of the org file already. */
function groupsWithoutWay({ org }: Park, canPost: (chat: Chat) => boolean): readonly string[] {
  const silent = org.chats.filter((one) => one.platform === "dingtalk" && !canPost(one));
  if (silent.length === 0) return [];
  const names = few(silent.map((one) => one.name));
  return [
    `nothing can be posted to ${counted(silent.length, "DingTalk group")} without a webhook, because DINGTALK_CLIENT_ID is not set: ${names}`,
  ];
}

function without(park: Park, people: readonly Person[]): readonly string[] {
  return people.filter((one) => wayTo(park, one) === null).map((one) => one.name);
}

function liaisonsWithoutRoad(park: Park): readonly string[] {
  const names = without(
    park,
    park.org.people.filter((one) => one.role === "liaison"),
  );
  if (names.length === 0) return [];
  const who = counted(names.length, "liaison");
  return [
    `no direct message reaches ${who}: told of an issue only in the group where it is public, of one raised for them by a mention there that names none, of a confidential one only when they ask (${COMMAND_WORDS.mine.usage}): ${few(names)}`,
  ];
}

/** The coordinators and leaders; that there is no coordinator is a warning of the org file already. */
function officesWithoutRoad(park: Park): readonly string[] {
  const { directory } = park;
  const [coordinators, leaders] = [directory.coordinators(), directory.leaders()];
  const hasSupervision = directory.supervisionChats().length > 0;
  const unreached = [...without(park, coordinators), ...without(park, leaders)];
  const instead = hasSupervision
    ? "told in the supervision group instead"
    : "and without a supervision group nobody tells them";
  return [
    ...(leaders.length > 0 ? [] : ["nobody is a leader: a second extension and a hold cannot be granted"]),
    ...(hasSupervision ? [] : ["no chat has the audience supervision: what is late is shown in no group"]),
    ...(unreached.length === 0
      ? []
      : [
          `no direct message reaches ${counted(unreached.length, "coordinator or leader", "coordinators and leaders")}, ${instead}: ${few(unreached)}`,
        ]),
  ];
}

function missingDigests({ org }: Park): readonly string[] {
  const missing = DIGEST_NAMES.filter((kind) => !org.digests.some((one) => one.kind === kind));
  if (missing.length === 0) return [];
  const named = missing.map((kind) => `${kind} (${DIGEST_TRAITS[kind].lacked})`);
  return [`digests that the org file does not have: ${named.join(", ")}`];
}
