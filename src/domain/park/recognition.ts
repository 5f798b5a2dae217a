import { type Org, type Person, PLATFORMS, type PlatformName } from "./org.ts";

/** A user of a platform whom the coordinator has recognised as somebody of the org file, which has no id of theirs there. */
export interface Recognition {
  readonly platform: PlatformName;
  readonly userId: string;
  /** Whom he was recognised as, as `approvedAs` writes it. */
  readonly person: string;
}

/** Who somebody is, beyond the name: what a recognition is given for. In another role or unit it must be given anew. */
export function approvedAs({ name, role, enterprise, department }: Person): string {
  return JSON.stringify([name, role, enterprise ?? department ?? null]);
}

/**
 * The org with the ids of those who were recognised. An id of the org file wins, for the person and for the account; of two
 * accounts of one person the one that was recognised later. `recognised`: in the order in which they were.
 */
export function withRecognised(org: Org, recognised: readonly Recognition[]): Org {
  if (recognised.length === 0) return org;
  const accounts = new Set(
    org.people.flatMap((one) => PLATFORMS.map((platform) => accountOf(platform, one[platform]))),
  );
  const byPerson = new Map(
    recognised
      .filter((one) => !accounts.has(accountOf(one.platform, one.userId)))
      .map((one) => [`${one.platform} ${one.person}`, one.userId]),
  );
  const people = org.people.map((person) => {
    const approved = approvedAs(person);
    const found = PLATFORMS.flatMap((platform): readonly [PlatformName, string][] => {
      const userId = person[platform] === undefined ? byPerson.get(`${platform} ${approved}`) : undefined;
      return userId === undefined ? [] : [[platform, userId]];
    });
    return found.length === 0 ? person : { ...person, ...Object.fromEntries(found) };
  });
  return { ...org, people };
}

function accountOf(platform: PlatformName, userId: string | undefined): string {
  return `${platform}:${userId ?? ""}`;
}
