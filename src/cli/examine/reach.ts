import { wayTo } from "../../domain/notice/places.ts";
import type { Chat, Person } from "../../domain/park/org.ts";
import { DIGEST_NAMES, DIGEST_TRAITS, PLATFORMS } from "../../domain/park/org.ts";
import type { Park } from "../../domain/park/park.ts";
import type { OperatorWords } from "../../messages/operator-words.ts";
import { about, type Finding, few } from "./finding.ts";

const { note } = about("reach");

type Sentence = (words: OperatorWords) => string;

/** Who hears nothing, or not directly, with this org file and these platforms. None of it keeps Chaxu from running. */
export function checkReach(park: Park, canPost: (chat: Chat) => boolean): readonly Finding[] {
  return [
    ...departmentsWithoutWay(park),
    ...groupsWithoutWay(park, canPost),
    ...liaisonsWithoutRoad(park),
    ...officesWithoutRoad(park),
    ...coordinatorsWithoutAccount(park),
    ...missingDigests(park),
  ].map(note);
}

function departmentsWithoutWay(park: Park): readonly Sentence[] {
  const { directory, org } = park;
  const alone = org.departments.filter(
    ({ code }) =>
      directory.chatsOfDepartment(code).length === 0 &&
      !directory.officersOf(code).some((one) => wayTo(park, one) !== null),
  );
  if (alone.length === 0) return [];
  const names = alone.map((one) => one.name);
  return [(words) => words.departmentsWithoutWay(names.length, few(words, names))];
}

/** A WeCom group without a webhook is a warning of the org file already. */
function groupsWithoutWay({ org }: Park, canPost: (chat: Chat) => boolean): readonly Sentence[] {
  const silent = org.chats.filter((one) => one.platform === "dingtalk" && !canPost(one));
  if (silent.length === 0) return [];
  const names = silent.map((one) => one.name);
  return [(words) => words.groupsWithoutWay(names.length, few(words, names))];
}

function without(park: Park, people: readonly Person[]): readonly string[] {
  return people.filter((one) => wayTo(park, one) === null).map((one) => one.name);
}

function liaisonsWithoutRoad(park: Park): readonly Sentence[] {
  const names = without(
    park,
    park.org.people.filter((one) => one.role === "liaison"),
  );
  if (names.length === 0) return [];
  return [(words) => words.liaisonsWithoutRoad(names.length, few(words, names))];
}

/** The coordinators and leaders; that there is no coordinator is a warning of the org file already. */
function officesWithoutRoad(park: Park): readonly Sentence[] {
  const { directory } = park;
  const [coordinators, leaders] = [directory.coordinators(), directory.leaders()];
  const hasSupervision = directory.supervisionChats().length > 0;
  const unreached = [...without(park, coordinators), ...without(park, leaders)];
  const sentences: readonly (Sentence | false)[] = [
    leaders.length === 0 && ((words) => words.nobodyLeads()),
    !hasSupervision && ((words) => words.noSupervision()),
    unreached.length > 0 &&
      ((words) => words.officesWithoutRoad(unreached.length, hasSupervision, few(words, unreached))),
  ];
  return sentences.filter((one) => one !== false);
}

/** Then nobody can recognise anybody in chat. */
function coordinatorsWithoutAccount({ directory }: Park): readonly Sentence[] {
  const all = directory.coordinators();
  const hasAccount = all.some((one) => PLATFORMS.some((platform) => one[platform] !== undefined));
  return hasAccount || all.length === 0 ? [] : [(words) => words.coordinatorsWithoutAccount()];
}

function missingDigests({ org }: Park): readonly Sentence[] {
  const missing = DIGEST_NAMES.filter((kind) => !org.digests.some((one) => one.kind === kind));
  if (missing.length === 0) return [];
  const named = missing.map((kind) => [kind, DIGEST_TRAITS[kind].lacked] as const);
  return [(words) => words.digestsMissing(named)];
}
