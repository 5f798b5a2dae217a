import type { Chat, Org, Person, Role } from "../domain/park/org.ts";
import type { SimChat, SimPerson, SimPlatform } from "./world.ts";

/** A park's people and groups as the simulated chat programs hold them. */

/** What the sandbox needs to know of a park. */
export type Population = Pick<Org, "departments" | "enterprises" | "people" | "chats">;

const PLATFORMS = ["wecom", "dingtalk"] as const;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  liaison: "联络员",
  officer: "经办",
  head: "负责人",
  coordinator: "营商办",
  leader: "园区领导",
  admin: "管理员",
};

export function simulatedPeople(org: Population): SimPerson[] {
  return PLATFORMS.flatMap((platform) =>
    org.people.flatMap((person): SimPerson[] => {
      const userId = person[platform];
      return userId === undefined ? [] : [{ platform, userId, name: person.name, about: aboutOf(org, person) }];
    }),
  );
}

function aboutOf(org: Population, person: Person): string {
  const unit =
    org.enterprises.find((one) => one.code === person.enterprise)?.name ??
    org.departments.find((one) => one.code === person.department)?.name;
  const role = ROLE_WORDS[person.role];
  return unit === undefined ? role : `${unit} ${role}`;
}

export function simulatedChats(org: Population): SimChat[] {
  const groups = org.chats.map((chat): SimChat => {
    const idsOf = (people: readonly Person[]) => people.flatMap((person) => person[chat.platform] ?? []);
    const people = org.people.filter((person) => belongs(person, chat));
    const webhook = chat.webhook === undefined ? null : new URL(chat.webhook).searchParams;
    return {
      platform: chat.platform,
      id: chat.chatId,
      name: chat.name,
      kind: "group",
      members: idsOf(people),
      audience: idsOf(AUDIENCE[chat.audience].flatMap((role) => people.filter((person) => person.role === role))),
      webhookKey: webhook?.get("key") ?? webhook?.get("access_token") ?? undefined,
      webhookSecret: chat.secret,
    };
  });
  return [...groups, ...PLATFORMS.flatMap((platform) => directChats(org, platform))];
}

/** Whom a group is for, beside the coordinators, who are in all. */
const AUDIENCE: Readonly<Record<Chat["audience"], readonly Role[]>> = {
  enterprise: ["liaison"],
  department: ["officer", "head"],
  supervision: ["leader", "head"],
};

function belongs(person: Person, chat: Chat): boolean {
  if (person.role === "coordinator") return true;
  switch (chat.audience) {
    case "enterprise":
      return person.role === "liaison";
    case "department":
      return person.department === chat.department;
    case "supervision":
      return person.role === "leader" || person.role === "head";
  }
}

function directChats(org: Population, platform: SimPlatform): SimChat[] {
  return org.people.flatMap((person): SimChat[] => {
    const userId = person[platform];
    if (userId === undefined) return [];
    return [{ platform, id: `direct:${userId}`, name: person.name, kind: "direct", members: [userId] }];
  });
}
