import { normaliseName } from "../../domain/park/directory.ts";
import type { Org } from "../../domain/park/org.ts";
import { likeliest } from "../suggest.ts";
import { type Coded, type Named, Register } from "./codes.ts";
import { columnsOf, type Kind, type Placed, type Problem, type Row, type Section } from "./columns.ts";
import {
  choiceOf,
  choicesOf,
  type FieldValue,
  formProblem,
  headingOf,
  namesIn,
  plainValue,
  sheetOf,
} from "./values.ts";

/** The rows of a list as entries of the org file: names become codes, words become values. */

/** What the list says of one entry. A field that is not there stays as it is in the org file. */
export interface Entry {
  readonly section: Section;
  readonly row: Row;
  /** The entry of the org file that it is, by its place there; null for a new one. */
  readonly is: number | null;
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** Fields that the entry cannot have any more. */
  readonly without: readonly string[];
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly errors: readonly Placed[];
  readonly notes: readonly Placed[];
}

type Registers = Readonly<Record<Coded, Register>>;

/** `org`: the org file that the list goes into; null for a new one. */
export function entriesOf(rows: readonly Row[], org: Org | null): Entries {
  const maker = new Maker(org);
  const of = (section: Section) => rows.filter((row) => row.section === section);
  // What others name comes first, wherever its sheet stands.
  const coded = (["departments", "enterprises", "categories", "chats"] as const).flatMap((section) =>
    of(section).map((row) => maker.register(row, section)),
  );
  const entries = [
    ...of("park").flatMap((row) => maker.park(row)),
    ...coded.flatMap((one) => maker.coded(one)),
    ...of("people").flatMap((row) => maker.person(row)),
    ...of("digests").flatMap((row) => maker.digest(row)),
  ];
  return { entries, errors: maker.errors, notes: maker.notes };
}

interface Registered {
  readonly row: Row;
  readonly section: Coded;
  readonly code: string;
  readonly is: number | null;
  /** The row names it by an alias, and its name stays. */
  readonly byAlias: boolean;
}

class Maker {
  readonly errors: Placed[] = [];
  readonly notes: Placed[] = [];
  readonly #org: Org | null;
  readonly #registers: Registers;
  /** Where each key was first said. */
  readonly #seen = new Map<string, string>();
  /** Groups that were left out for now, by name. */
  readonly #leftOut = new Set<string>();
  readonly #digests = new Map<string, number>();

  constructor(org: Org | null) {
    this.#org = org;
    const register = (section: Coded) => new Register(section, org);
    this.#registers = {
      departments: register("departments"),
      categories: register("categories"),
      enterprises: register("enterprises"),
      chats: register("chats"),
    };
  }

  park(row: Row): readonly Entry[] {
    if (!this.#once(row, "name", "park")) return [];
    const fields = this.#plainFields(row);
    if (!row.cells.has("name") && this.#org === null) this.#missing(row, "name");
    return [{ section: "park", row, is: 0, fields, without: [] }];
  }

  /** Gives a row its code, so that other rows can name it. */
  register(row: Row, section: Coded): Registered {
    const name = row.cells.get("name") ?? "";
    const said = row.cells.get("code");
    const register = this.#registers[section];
    const known =
      section === "chats"
        ? this.#chatLike(row)
        : ((said === undefined ? undefined : register.withCode(said)) ?? register.named(name));
    const list: readonly Named[] = this.#org?.[section] ?? [];
    const place = known === undefined ? -1 : list.findIndex((one) => one.code === known.code);
    const code = place >= 0 ? (list[place]?.code ?? name) : (said ?? register.fresh(name));
    const isNew = place < 0 && name !== "" && register.named(name) === undefined;
    if (isNew) register.add({ code, name, aliases: namesIn(row.cells.get("aliases")) });
    const byAlias = known !== undefined && said === undefined && normaliseName(known.name) !== normaliseName(name);
    return { row, section, code, is: place < 0 ? null : place, byAlias };
  }

  /** A group is itself by its id, else by name and platform. */
  #chatLike(row: Row): Named | undefined {
    const platform = choiceOf("platform", row.cells.get("platform") ?? "");
    const [id, name, code] = [row.cells.get("chatId"), row.cells.get("name") ?? "", row.cells.get("code")];
    const chats = (this.#org?.chats ?? []).filter((one) => one.platform === platform);
    return (
      chats.find((one) => one.code === code) ??
      chats.find((one) => one.chatId === id) ??
      chats.find((one) => normaliseName(one.name) === normaliseName(name))
    );
  }

  coded({ row, section, code, is, byAlias }: Registered): readonly Entry[] {
    if (!this.#needed(row) || !this.#once(row, "name", section)) return [];
    const name = row.cells.get("name") ?? "";
    const fields = this.#plainFields(row);
    if (byAlias && section !== "chats") fields.delete("name");
    for (const field of ["department", "trackedBy"]) {
      const unit = this.#unit(row, field, "departments");
      if (unit !== undefined) fields.set(field, unit);
    }
    const isDepartmentChat = section === "chats" && fields.get("audience") === "department";
    if (isDepartmentChat && is === null && !row.cells.has("department")) this.#unitNeeded(row, "department");
    if (section === "chats" && is === null && !row.cells.has("chatId") && !row.refused.has("chatId")) {
      this.#leftOut.add(normaliseName(name));
      this.#note(row, "chatId", { kind: "no-chat-id" });
      return [];
    }
    fields.set("code", code);
    return [{ section, row, is, fields, without: [] }];
  }

  person(row: Row): readonly Entry[] {
    if (!this.#needed(row) || !this.#once(row, "name", "people")) return [];
    for (const id of ["wecom", "dingtalk"]) this.#once(row, id, id);
    const fields = this.#plainFields(row);
    const name = normaliseName(row.cells.get("name") ?? "");
    const place = (this.#org?.people ?? []).findIndex((one) => normaliseName(one.name) === name);
    const unitField = UNIT_OF.get(String(fields.get("role")));
    if (unitField === undefined) {
      if (row.cells.has("unit") && fields.has("role")) this.#note(row, "unit", { kind: "unit-not-needed" });
    } else {
      const section = unitField === "enterprise" ? "enterprises" : "departments";
      const unit = this.#unit(row, "unit", section);
      if (unit !== undefined) fields.set(unitField, unit);
      const had = place < 0 ? undefined : this.#org?.people[place]?.[unitField];
      if (unit === undefined && had === undefined && !row.cells.has("unit")) this.#unitNeeded(row, "unit", section);
    }
    const without = ["enterprise", "department"].filter((field) => field !== unitField);
    return [{ section: "people", row, is: place < 0 ? null : place, fields, without }];
  }

  digest(row: Row): readonly Entry[] {
    if (!this.#needed(row)) return [];
    const said = row.cells.get("chat");
    if (said !== undefined && this.#leftOut.has(normaliseName(said))) {
      this.#note(row, "chat", { kind: "no-chat" });
      return [];
    }
    const fields = this.#plainFields(row);
    const chat = this.#unit(row, "chat", "chats");
    if (chat !== undefined) fields.set("chat", chat);
    // A group may have several of one kind: the first, the second, …
    const key = `${chat} ${String(fields.get("kind"))}`;
    const count = this.#digests.get(key) ?? 0;
    this.#digests.set(key, count + 1);
    const alike = [...(this.#org?.digests ?? []).entries()].filter(([, one]) => `${one.chat} ${one.kind}` === key);
    return [{ section: "digests", row, is: alike[count]?.[0] ?? null, fields, without: [] }];
  }

  /** Everything but the names of other entries. */
  #plainFields(row: Row): Map<string, FieldValue> {
    const fields = new Map<string, FieldValue>();
    for (const [field, { kind }] of columnsOf(row.section)) {
      const said = row.cells.get(field);
      if (said === undefined || kind === "unit") continue;
      const read = this.#valueOf(row, field, kind, said);
      if (read !== undefined) fields.set(field, read);
    }
    return fields;
  }

  #valueOf(row: Row, field: string, kind: Kind, said: string): FieldValue | undefined {
    const value = kind === "choice" ? choiceOf(field, said) : plainValue(kind, said);
    if (value === undefined) {
      this.#error(row, field, {
        kind: "unknown-choice",
        column: headingOf(row.section, field),
        said,
        choices: choicesOf(field),
      });
      return undefined;
    }
    const message = formProblem(row.section, field, value);
    if (message === null) return value;
    this.#error(row, field, { kind: "form", of: kind, said, message });
    return undefined;
  }

  /** The code of what a cell names in another sheet, or in the org file. */
  #unit(row: Row, field: string, section: Coded): string | undefined {
    const said = row.cells.get(field);
    if (said === undefined) return undefined;
    const register = this.#registers[section];
    const found = register.find(said);
    if (found !== undefined) return found.code;
    const likely = likeliest(said, register.names());
    this.#error(row, field, { kind: "unknown-name", sheet: sheetOf(section), said, likely });
    return undefined;
  }

  /** Whether a row has all that it cannot be without; each that it has not is said. */
  #needed(row: Row): boolean {
    const missing = columnsOf(row.section).filter(([field, { need }]) => need === true && !row.cells.has(field));
    for (const [field] of missing) if (!row.refused.has(field)) this.#missing(row, field);
    return missing.length === 0;
  }

  /** Whether no row before says the same in this field. */
  #once(row: Row, field: string, of: string): boolean {
    const said = row.cells.get(field);
    if (said === undefined) return true;
    const isId = field !== "name";
    const platform = of === "chats" ? (row.cells.get("platform") ?? "") : "";
    const key = `${of} ${platform} ${isId ? said : normaliseName(said)}`;
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, row.cellOf(field));
    else this.#error(row, field, { kind: "twice", said, cell: before, isPerson: of === "people" });
    return before === undefined;
  }

  #unitNeeded(row: Row, field: string, section: Coded = "departments"): void {
    if (row.refused.has(field)) return;
    const sheet = sheetOf(section);
    this.#error(row, field, { kind: "unit-needed", sheet, column: headingOf(row.section, field) });
  }

  #missing(row: Row, field: string): void {
    this.#error(row, field, { kind: "missing", column: headingOf(row.section, field) });
  }

  #error(row: Row, field: string, problem: Problem): void {
    this.errors.push({ sheet: row.sheet, cell: row.cellOf(field), problem });
  }

  #note(row: Row, field: string, problem: Problem): void {
    this.notes.push({ sheet: row.sheet, cell: row.cellOf(field), problem });
  }
}

const UNIT_OF: ReadonlyMap<string, "enterprise" | "department"> = new Map([
  ["liaison", "enterprise"],
  ["officer", "department"],
  ["head", "department"],
]);
