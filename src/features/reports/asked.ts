import { type Conversation, type Reply, sentence } from "../../chat/conversation.ts";
import { isOfficial, isStaff } from "../../domain/issue/issue.ts";
import { withTracked } from "../../domain/park/park.ts";
import type { CommandName } from "../../messages/zh-cn/commands.ts";
import { noSuchUnit, severalUnits } from "../../messages/zh-cn/refusals.ts";
import { forStaff, notAmongCompanies, OWN_UNIT_ALONE } from "../../messages/zh-cn/stuck.ts";

/** Who may ask about the work of units, and about which of them. */

/** What is said to who may not ask this, or not here. Null: he may. */
export function notToBeAsked({ actor, reader }: Conversation, command: CommandName): Reply | null {
  if (!isStaff(actor)) return sentence(forStaff(command));
  return reader.seesInternal ? null : sentence(notAmongCompanies(command));
}

/** Codes of units; null for all of them. */
export type Units = readonly string[] | null;

/** Of whom may be told here: in a department's place of it and what it tracks, to an official of the own ones. */
export function unitsTold({ ctx, actor, reader: { audience } }: Conversation): Units {
  const here = audience.kind === "department" ? withTracked(ctx.park, audience.department) : null;
  const own = isOfficial(actor) ? withTracked(ctx.park, actor.department ?? "") : null;
  return here === null || own === null ? (here ?? own) : here.filter((one) => own.includes(one));
}

/** The unit of this name, where it may be told of; all that may where none is named. */
export function unitsAsked(conversation: Conversation, name: string): { readonly units: Units } | Reply {
  const told = unitsTold(conversation);
  if (name === "") return { units: told };
  const { directory, org } = conversation.ctx.park;
  const match = directory.departmentNamed(name);
  switch (match.kind) {
    case "none":
      return sentence(
        noSuchUnit(
          name,
          org.departments.map((one) => one.name),
        ),
      );
    case "many":
      return sentence(
        severalUnits(
          name,
          match.found.map((one) => one.name),
        ),
      );
    case "one": {
      const { code } = match.found;
      return told === null || told.includes(code) ? { units: [code] } : sentence(OWN_UNIT_ALONE);
    }
  }
}
