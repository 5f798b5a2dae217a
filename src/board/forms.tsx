import type { ComponentChildren } from "preact";
import { MAX_TEXT, type Said } from "../chat/conversation.ts";
import type { Actor, Issue } from "../domain/issue/issue.ts";
import { ACTIONS, type Doable, isDoable, moveOf } from "../domain/issue/lifecycle.ts";
import type { Department } from "../domain/park/org.ts";
import type { Park } from "../domain/park/park.ts";
import type { Takes } from "../features/files/attach.ts";
import { anyway, FIELDS, FORM_NOTES, INSTRUCTION, MARKS, untilDay } from "../messages/zh-cn/board.ts";
import { commandOf, commandWord } from "../messages/zh-cn/commands.ts";
import { AttachField } from "./attach-field.tsx";
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

/** `kept`: under which ids that is kept which came with it. */
export type Fields = Readonly<Partial<Record<FieldName | "kept", string>>>;

export function wordOf(action: Doable, actor: Pick<Actor, "role">): string {
  return action === "supervise" && actor.role === "leader" ? INSTRUCTION : commandWord(commandOf(action));
}

/** What somebody would write behind the number. */
export function saidIn(action: Doable, fields: Fields, park: Park): Pick<Said, "rest" | "unit" | "noted"> {
  const { text = "", reason = "", opinion = "", department = "", date = "", rating = "", into = "" } = fields;
  const unit = park.directory.department(department);
  const join = (...parts: readonly string[]) => parts.filter((part) => part !== "").join(" ");
  switch (action) {
    case "dispatch":
    case "assist":
      return unit === undefined ? { rest: opinion } : { rest: opinion, unit: unit.code, noted: true };
    case "return":
      return unit === undefined ? { rest: reason } : { rest: reason, unit: unit.code };
    case "measure":
      return { rest: date === "" ? text : join(text, untilDay(date)) };
    default:
      return { rest: join(date, rating, into, text, reason, opinion) };
  }
}

/** Of a form with several fields that are needed, those that are empty, by what they are called. The order is the form's. */
export function missingIn(action: Doable, fields: Fields): readonly string[] {
  const needed = fieldsOf(action).filter((name) => isNeeded(name, action));
  return needed.length < 2
    ? []
    : needed.filter((name) => (fields[name] ?? "").trim() === "").map((name) => FIELDS[name]);
}

/** Whether anything is written in a form. */
export function isFilled(action: Doable, fields: Fields): boolean {
  return fieldsOf(action).some((name) => (fields[name] ?? "").trim() !== "");
}

function isNeeded(name: FieldName, action: Doable): boolean {
  return !OPTIONAL.has(name) && MAY_LACK[action] !== name;
}

/** The fields in which somebody writes words: pictures and files go with words. */
const WORDS: ReadonlySet<FieldName> = new Set(["text", "reason", "opinion"]);

function mayAttach(action: Doable): boolean {
  return action !== "rate" && fieldsOf(action).some((name) => WORDS.has(name));
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
  readonly issue: Pick<Issue, "id" | "version" | "department">;
  readonly moves: readonly Doable[];
  /** What goes with words. */
  readonly takes: Takes;
  /** What was sent and could not be taken: it stands in its form again. */
  readonly filled?: Again | undefined;
}

/** So many stand open; the others can be opened. */
const OPEN = 2;

/** A form for each move that this person can make now, the likeliest first. */
export function MoveForms({ moves, ...props }: FormsProps) {
  return (
    <div class="moves">
      {moves.map((action, index) => (
        <MoveForm key={action} action={action} isOpen={index < OPEN || props.filled?.action === action} {...props} />
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
  takes,
  filled,
  to = `/issues/${issue.id}`,
}: Omit<FormsProps, "moves"> & { action: Doable; isOpen: boolean }) {
  const word = wordOf(action, actor);
  const names = fieldsOf(action);
  const attaches = mayAttach(action);
  const values = filled?.action === action ? filled.fields : null;
  // Nobody hands an issue to the unit that has it.
  const units = park.org.departments.filter(({ code }) => code !== issue.department);
  const form = (
    <form
      method="post"
      action={to}
      enctype={attaches ? "multipart/form-data" : undefined}
      data-keep={values === null ? undefined : ""}
    >
      <FormKey frame={frame} />
      <input type="hidden" name="version" value={issue.version} />
      <input type="hidden" name="action" value={action} />
      {names.map((name) => (
        <FormField key={name} name={name} action={action} units={units} value={values?.[name] ?? ""} />
      ))}
      {attaches ? <AttachField takes={takes} isOpen={values !== null} /> : null}
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

function FormField({
  name,
  action,
  units,
  value,
}: {
  readonly name: FieldName;
  readonly action: Doable;
  readonly units: readonly Department[];
  readonly value: string;
}) {
  const required = isNeeded(name, action);
  const id = `${action}-${name}`;
  return (
    <label for={id}>
      <span>{FIELDS[name]}</span>
      {control({ name, id, required, units, value })}
    </label>
  );
}

function control({
  name,
  units,
  value,
  ...rest
}: {
  readonly name: FieldName;
  readonly id: string;
  readonly required: boolean;
  readonly units: readonly Department[];
  readonly value: string;
}): ComponentChildren {
  switch (name) {
    case "department":
      return (
        <select name={name} {...rest}>
          <option value="">{FIELDS.choose}</option>
          {units.map((one) => (
            <option key={one.code} value={one.code} selected={one.code === value}>
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
              <option key={mark} value={mark} selected={mark === value}>
                {words}
              </option>
            ))}
        </select>
      );
    case "date":
      return <input type="date" name={name} value={value} {...rest} />;
    case "into":
      return <input type="number" min="1" name={name} value={value} {...rest} />;
    default:
      return (
        <textarea name={name} rows={3} maxLength={MAX_TEXT} {...rest}>
          {value}
        </textarea>
      );
  }
}

/** A move's code as a form sends it; null for anything else. */
export function actionIn(value: unknown): Doable | null {
  return ACTIONS.filter(isDoable).find((one) => one === value) ?? null;
}

/** What was sent, as its form shows it again. Undefined: it is of no move. */
export function againIn({ form: _key, ...fields }: Readonly<Record<string, string>>): Again | undefined {
  const action = actionIn(fields["action"]);
  return action === null ? undefined : { action, fields };
}
