import type { Match } from "../../../domain/park/directory.ts";
import type { Park } from "../../../domain/park/park.ts";
import { likeliest } from "../../../org/suggest.ts";
import type { RowProblem } from "./row.ts";
import { BETWEEN_UNITS } from "./zh-cn-values.ts";

/** Who is meant by a name in a list. */

interface Named {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** So many names are worth reading. */
const MOST_LIKELY = 3;

/** The code of a company; that nobody has listed it, with the likeliest that is; or why it is not known who is meant. */
export function companyIn(said: string, { directory, org }: Park): string | RowProblem {
  return codeOf(said, directory.companyNamed(said), { of: "company", all: org.enterprises });
}

/** The codes of the units that a cell names, the one that leads first. */
export function unitsIn(said: string, { directory, org }: Park): readonly [string, ...string[]] | RowProblem {
  const ofAll = { of: "department", all: org.departments } as const;
  const whole = directory.departmentNamed(said);
  if (whole.kind === "one") return [whole.found.code];
  const names = said.split(BETWEEN_UNITS).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const [lead = said, ...others] = names;
  const code = codeOf(lead, directory.departmentNamed(lead), ofAll);
  if (typeof code !== "string") return code;
  const helping = others.flatMap((name) => {
    const found = codeOf(name, directory.departmentNamed(name), ofAll);
    return typeof found === "string" ? [found] : [];
  });
  return [code, ...helping];
}

function codeOf(
  said: string,
  match: Match<Named>,
  { of, all }: { readonly of: "company" | "department"; readonly all: readonly Named[] },
): string | RowProblem {
  if (match.kind === "one") return match.found.code;
  if (match.kind === "many") {
    return {
      kind: "unknown-name",
      of,
      said,
      likely: match.found.slice(0, MOST_LIKELY).map(({ name }) => name),
      several: true,
    };
  }
  const near = likeliest(
    said,
    all.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const likely = all.find(({ name, aliases }) => near !== undefined && [name, ...aliases].includes(near));
  return { kind: "unknown-name", of, said, likely: likely === undefined ? [] : [likely.name] };
}
