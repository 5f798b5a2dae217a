import { ADMIN, KIND_NAMES } from "../../messages/zh-cn/admin.ts";
import type { OrgInForce } from "../../org/desk.ts";
import { namesItsSecret } from "../../org/secrets.ts";
import { FormKey, type Frame } from "../shell.tsx";
import { type Entry, nameIn, plainText, shownValue } from "./entries.ts";
import { type Filled, takeAwayName } from "./filled.ts";
import { type Choice, choicesFor, type FormField, type Kind, labelOf } from "./kinds.ts";

export interface EntryFormProps {
  readonly frame: Frame;
  readonly kind: Kind;
  readonly inForce: OrgInForce;
  /** Null: for a new one. */
  readonly entry: Entry | null;
  /** What was filled in and not taken. */
  readonly filled: Filled | null;
}

/** The form that adds an entry or changes it. */
export function EntryForm({ frame, kind, inForce, entry, filled }: EntryFormProps) {
  const fields = kind.fields.filter(({ name }) => name !== "code" || entry === null);
  return (
    <form method="post" action={`/admin/${kind.name}`} class="moves admin-form">
      <FormKey frame={frame} />
      <input type="hidden" name="do" value={entry === null ? "add" : "change"} />
      {entry === null ? null : <Which entry={entry} />}
      {fields.map((field) => (
        <Field key={field.name} {...{ kind, field, inForce, entry, filled }} />
      ))}
      <button type="submit">{entry === null ? `${ADMIN.add}${KIND_NAMES[kind.name]}` : ADMIN.save}</button>
    </form>
  );
}

/** Which entry a form is of, as it was when the page was made. */
function Which({ entry }: { readonly entry: Entry }) {
  return (
    <>
      <input type="hidden" name="is" value={entry.is} />
      <input type="hidden" name="version" value={entry.version} />
    </>
  );
}

type FieldProps = Omit<EntryFormProps, "frame"> & { readonly field: FormField };

function Field({ kind, field, inForce, entry, filled }: FieldProps) {
  const id = `${entry === null ? "new" : "is"}-${field.name}`;
  const value = filled?.[field.name] ?? plainText(entry?.written[field.name]);
  const hint = hintOf(field);
  return (
    <div class="field">
      <label for={id}>
        <span>{labelOf(kind, field.name)}</span>
        <FieldControl {...{ id, field, inForce, value }} hintId={hint === null ? undefined : `${id}-hint`} />
      </label>
      {hint === null ? null : (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
      {field.control === "hidden" && entry !== null ? <Hidden {...{ field, inForce, entry }} /> : null}
    </div>
  );
}

function hintOf({ name, control }: FormField): string | null {
  if (name === "code") return ADMIN.codeHint;
  if (control === "names") return ADMIN.listHint;
  return control === "time" ? ADMIN.cronHint : null;
}

/** Of what is not shown: whether there is something, and the box that takes it away. */
function Hidden({ field, inForce, entry }: Pick<FieldProps, "field" | "inForce"> & { readonly entry: Entry }) {
  const written = entry.written[field.name];
  if (written === undefined) return <small class="hint">{ADMIN.notSet}</small>;
  const name = typeof written === "string" && field.name !== "phone" && namesItsSecret(written) ? ` ${written}` : "";
  return (
    <>
      <small class="hint">
        {shownValue(inForce.org, field, entry.value[field.name])}
        {name}（{ADMIN.keepHidden}）
      </small>
      <label class="check">
        <input type="checkbox" name={takeAwayName(field.name)} value="1" />
        <span>{ADMIN.takeAway}</span>
      </label>
    </>
  );
}

/** So many can be chosen from; of more the name is written. */
const MOST_OPTIONS = 200;

interface ControlProps extends Pick<FieldProps, "field" | "inForce"> {
  readonly id: string;
  readonly value: string;
  readonly hintId: string | undefined;
}

function FieldControl({ id, field, inForce, value, hintId }: ControlProps) {
  const { name, control, isNeeded, among } = field;
  const shared = { id, name, required: isNeeded, "aria-describedby": hintId };
  const list = among === undefined ? [] : inForce.org[among];
  if (control === "ref" && list.length > MOST_OPTIONS) {
    return <input {...shared} type="text" value={nameIn(inForce.org, among, value)} />;
  }
  const options = optionsOf(field, inForce);
  if (options !== null) {
    return (
      <select {...shared}>
        <option value="">{control === "flag" ? ADMIN.usual : isNeeded ? ADMIN.choose : ADMIN.none}</option>
        {options.map(({ code, text }) => (
          <option key={code} value={code} selected={code === value}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  if (name === "keywords" || name === "duties") {
    return (
      <textarea {...shared} rows={3}>
        {value}
      </textarea>
    );
  }
  return <input {...shared} type="text" value={control === "hidden" ? "" : value} autocomplete="off" />;
}

/** What is chosen from; null: it is written. */
function optionsOf({ name, control, among }: FormField, { org }: OrgInForce): readonly Choice[] | null {
  if (control === "choice") return choicesFor(name);
  if (control === "ref" && among !== undefined) return org[among].map((one) => ({ code: one.code, text: one.name }));
  if (control !== "flag") return null;
  return [
    { code: "true", text: ADMIN.yes },
    { code: "false", text: ADMIN.no },
  ];
}

/** The form that takes an entry away; what names it can name another one then. */
export function RemoveForm({
  frame,
  kind,
  inForce,
  entry,
}: Pick<EntryFormProps, "frame" | "kind" | "inForce"> & { readonly entry: Entry }) {
  const { section } = kind;
  const others =
    section === "departments" || section === "enterprises" || section === "chats" ? inForce.org[section] : [];
  return (
    <form method="post" action={`/admin/${kind.name}`} class="moves admin-form">
      <FormKey frame={frame} />
      <input type="hidden" name="do" value="remove" />
      <Which entry={entry} />
      {others.length === 0 ? null : (
        <label for="into">
          <span>{ADMIN.into}</span>
          {others.length > MOST_OPTIONS ? (
            <input id="into" type="text" name="into" />
          ) : (
            <select id="into" name="into">
              <option value="">{ADMIN.intoNone}</option>
              {others
                .filter((one) => one.code !== entry.is)
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
            </select>
          )}
        </label>
      )}
      <button type="submit" class="danger">
        {ADMIN.remove}
      </button>
    </form>
  );
}
