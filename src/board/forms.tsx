import type { ComponentChildren } from "preact";
import { MAX_TEXT } from "../chat/conversation.ts";
import type { Actor } from "../domain/issue/issue.ts";
import { ACTIONS, type Doable, isDoable, moveOf } from "../domain/issue/lifecycle.ts";
import type { Park } from "../domain/park/park.ts";
import { anyway, FIELDS, FORM_NOTES, INSTRUCTION, MARKS, untilDay } from "../messages/zh-cn/board.ts";
import { commandOf, commandWord } from "../messages/zh-cn/commands.ts";
import { FormKey, type Frame } from "./shell.tsx";

/** What a page sends of a move, and how it is said in words: a form says what somebody could write. */

/** The fields that the form of a move has. */
type FieldName = "text" | "reason" | "opinion" | "department" | "date" | "rating" | "into";

const WITH: Partial<Readonly<Record<Doable, readonly FieldName[]>>> = {
  dispatch: ["department", "opinion"],
  assist: ["department", "opinion"],
  return: ["reason", "department"],
  extend: ["date", "reason"],
  hold: ["date", "reason"],
  measure: ["text", "date"],
  rate: ["rating", "opinion"],
  merge: ["into"],
  approve: ["opinion"],
  contact: ["opinion"],
  reject: ["reason"],
  void: ["reason"],
  refuse: ["reason"],
  unsolved: ["reason"],
  reopen: ["reason"],
};

function fieldsOf(action: Doable): readonly FieldName[] {
  return WITH[action] ?? (moveOf(action).needs === "text" ? ["text"] : []);
}

/** Not needed where the move itself does not need it. */
const OPTIONAL: ReadonlySet<FieldName> = new Set(["opinion"]);
const MAY_LACK: Partial<Readonly<Record<Doable, FieldName>>> = { return: "department", measure: "date" };

export type Fields = Readonly<Partial<Record<FieldName, string>>>;

export function wordOf(action: Doable, actor: Pick<Actor, "role">): string {
  return action === "supervise" && actor.role === "leader" ? INSTRUCTION : commandWord(commandOf(action));
}

/** What somebody would write behind the number. */
export function saidIn(action: Doable, fields: Fields, park: Park): { readonly rest: string; readonly unit?: string } {
  const { text = "", reason = "", opinion = "", department = "", date = "", rating = "", into = "" } = fields;
  const unit = park.directory.department(department);
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");
  switch (action) {
    case "dispatch":
    case "assist":
      return unit === undefined ? { rest: opinion } : { rest: join(unit.name, opinion), unit: unit.code };
    case "return":
      return unit === undefined ? { rest: reason } : { rest: reason, unit: unit.code };
    case "measure":
      return { rest: date === "" ? text : join(text, untilDay(date)) };
    default:
      return { rest: join(date, rating, into, text, reason, opinion) };
  }
}

/** What was sent, and is done only when it is sent once more. */
export interface Again {
  readonly action: Doable;
  readonly fields: Fields;
}

/** The same form, of which its sender has now read what speaks against it. */
export function AgainForm({
  frame,
  issue,
  again,
  actor,
}: Pick<FormsProps, "frame" | "issue" | "actor"> & { again: Again }) {
  const { action, fields } = again;
  return (
    <form method="post" action={`/issues/${issue.id}`}>
      <FormKey frame={frame} />
      {Object.entries({ ...fields, version: issue.version, action, sure: "1" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{anyway(wordOf(action, actor))}</button>
    </form>
  );
}

interface FormsProps {
  readonly frame: Pick<Frame, "formKey">;
  /** Where they are sent to; the page of the issue unless told. */
  readonly to?: string;
  readonly park: Park;
  readonly actor: Actor;
  readonly issue: { readonly id: number; readonly version: number };
  readonly moves: readonly Doable[];
}

/** So many stand open; the others can be opened. */
const OPEN = 2;

/** A form for each move that this person can make now, the likeliest first. */
export function MoveForms({ moves, ...props }: FormsProps) {
  return (
    <div class="moves">
      {moves.map((action, index) => (
        <MoveForm key={action} action={action} isOpen={index < OPEN} {...props} />
      ))}
    </div>
  );
}

function MoveForm({
  action,
  isOpen,
  frame,
  park,
  actor,
  issue,
  to = `/issues/${issue.id}`,
}: Omit<FormsProps, "moves"> & { action: Doable; isOpen: boolean }) {
  const word = wordOf(action, actor);
  const names = fieldsOf(action);
  const form = (
    <form method="post" action={to}>
      <FormKey frame={frame} />
      <input type="hidden" name="version" value={issue.version} />
      <input type="hidden" name="action" value={action} />
      {names.map((name) => (
        <FormField key={name} name={name} action={action} park={park} />
      ))}
      <button type="submit">{word}</button>
      {FORM_NOTES[action] === undefined ? null : <small>{FORM_NOTES[action]}</small>}
    </form>
  );
  if (names.length === 0) return form;
  return (
    <details open={isOpen}>
      <summary>{word}</summary>
      {form}
    </details>
  );
}

function FormField({ name, action, park }: { readonly name: FieldName; readonly action: Doable; readonly park: Park }) {
  const required = !OPTIONAL.has(name) && MAY_LACK[action] !== name;
  const id = `${action}-${name}`;
  return (
    <label for={id}>
      <span>{FIELDS[name]}</span>
      {control({ name, id, required, park })}
    </label>
  );
}

function control({
  name,
  park,
  ...rest
}: {
  readonly name: FieldName;
  readonly id: string;
  readonly required: boolean;
  readonly park: Park;
}): ComponentChildren {
  switch (name) {
    case "department":
      return (
        <select name={name} {...rest}>
          <option value="">{FIELDS.choose}</option>
          {park.org.departments.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      );
    case "rating":
      return (
        <select name={name} {...rest}>
          <option value="">{FIELDS.choose}</option>
          {Object.entries(MARKS)
            .reverse()
            .map(([mark, words]) => (
              <option key={mark} value={mark}>
                {words}
              </option>
            ))}
        </select>
      );
    case "date":
      return <input type="date" name={name} {...rest} />;
    case "into":
      return <input type="number" min="1" name={name} {...rest} />;
    default:
      return <textarea name={name} rows={3} maxLength={MAX_TEXT} {...rest} />;
  }
}

/** A move's code as a form sends it; null for anything else. */
export function actionIn(value: unknown): Doable | null {
  return ACTIONS.filter(isDoable).find((one) => one === value) ?? null;
}
