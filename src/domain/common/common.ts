import { type Actor, isCoordinator, isOfficial } from "../issue/issue.ts";
import { type Park, withTracked } from "../park/park.ts";

/** A common problem (共性问题): several companies raised it, and it is solved once. Its members stay issues of their own. Pure. */

export const COMMON_STATES = ["open", "done", "void"] as const;
export type CommonState = (typeof COMMON_STATES)[number];

export interface Common {
  /** The number by which people speak of it: G3, so that it is not taken for an issue's. */
  readonly id: number;
  /** Counts its events; a deed is done on the version that it was decided on, or not at all. */
  readonly version: number;
  readonly state: CommonState;
  readonly title: string;
  /** The code of the department that leads. */
  readonly lead: string | null;
  readonly measure: string | null;
  readonly due: Date | null;
  /** What was last told of it. */
  readonly progress: string | null;
  /** What was said when it was done. */
  readonly closing: string | null;
  /** What was last answered to all of its members together. */
  readonly answer: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}

/** What its events change, and what can therefore be recomputed from them. */
export type CommonRow = Omit<Common, "id" | "version" | "createdBy" | "createdAt">;

/** One that nobody has touched yet. */
export const COMMON_UNTOUCHED = {
  lead: null,
  measure: null,
  due: null,
  progress: null,
  closing: null,
  answer: null,
  doneAt: null,
} as const;

/** What can be done about one, in the order in which it is offered. */
export const DEEDS = [
  "create",
  "add",
  "remove",
  "lead",
  "measure",
  "due",
  "progress",
  "answer",
  "urge",
  "finish",
  "resume",
  "rename",
  "void",
] as const;
export type Deed = (typeof DEEDS)[number];

/** The office (the coordinator), the park's leader, or the department that leads, and the one that tracks it where it is the city's. */
export type CommonParty = "office" | "leader" | "lead";

interface DeedRule {
  readonly from: readonly CommonState[];
  readonly who: readonly CommonParty[];
}

const TABLE = {
  create: { from: [], who: ["office"] },
  add: { from: ["open"], who: ["office"] },
  remove: { from: ["open"], who: ["office"] },
  lead: { from: ["open"], who: ["office"] },
  measure: { from: ["open"], who: ["office", "lead"] },
  due: { from: ["open"], who: ["office"] },
  progress: { from: ["open"], who: ["office", "lead"] },
  // Who was left out when all were answered is answered once his issue is that far.
  answer: { from: ["open", "done"], who: ["office", "lead"] },
  urge: { from: ["open"], who: ["office", "leader"] },
  finish: { from: ["open"], who: ["office", "lead"] },
  // Who has ended it may see that it is not over.
  resume: { from: ["done", "void"], who: ["office", "lead"] },
  rename: { from: ["open"], who: ["office"] },
  // It was none, or is none any more: its issues are free again, and it is told of nowhere but by its number.
  void: { from: ["open", "done"], who: ["office"] },
} as const satisfies Readonly<Record<Deed, DeedRule>>;

/** The table as data of one type. */
export function deedOf(deed: Deed): DeedRule {
  return TABLE[deed];
}

/** How somebody stands to a common problem. */
export function commonPartiesOf(actor: Actor, { lead }: Pick<Common, "lead">, park: Park): readonly CommonParty[] {
  if (isCoordinator(actor)) return ["office"];
  if (actor.role === "leader") return ["leader"];
  const own = isOfficial(actor) && actor.department !== undefined ? withTracked(park, actor.department) : [];
  return lead !== null && own.includes(lead) ? ["lead"] : [];
}

/** What this person can do about it now. */
export function deedsFor(actor: Actor, common: Pick<Common, "lead" | "state">, park: Park): readonly Deed[] {
  const parties = commonPartiesOf(actor, common, park);
  return DEEDS.filter((deed) => {
    const { from, who } = deedOf(deed);
    return from.includes(common.state) && who.some((party) => parties.includes(party));
  });
}
