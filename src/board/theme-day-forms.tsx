import type { ComponentChildren } from "preact";
import type { Park } from "../domain/park/park.ts";
import type { SubName } from "../features/theme-day/zh-cn-said.ts";
import { FORMS } from "../messages/zh-cn/board-theme-days.ts";
import type { Frame } from "./shell.tsx";
import { SubForm } from "./sub-form.tsx";

/** What can be done about theme days, each as a form that says what somebody could write behind 主题日. */

/** Where they are, and where their answer is shown. */
export const THEME_DAYS_AT = "/theme-days";

interface DoProps {
  readonly frame: Frame;
  readonly name: SubName;
  /** Which one it is about, by its date and time; without it the one that runs, or the next. */
  readonly of?: When | undefined;
  readonly label: string;
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}

/** 2026-12-10 and 15:00. */
export interface When {
  readonly date: string;
  readonly time: string;
}

export function DoForm({ name, of, ...form }: DoProps) {
  return (
    <SubForm
      {...form}
      action={THEME_DAYS_AT}
      hidden={{ sub: name, ...(of !== undefined && { date: of.date, time: of.time }) }}
    />
  );
}

type FormProps = Pick<DoProps, "frame">;

export function PlanForm({ frame, park }: FormProps & { readonly park: Park }) {
  const groups = park.org.chats.filter((one) => one.audience === "enterprise");
  return (
    <details>
      <summary>{FORMS.plan}</summary>
      <DoForm frame={frame} name="plan" label={FORMS.plan}>
        <Field name="date" label={FORMS.date} type="date" required />
        <Field name="time" label={FORMS.time} type="time" required />
        <Field name="theme" label={FORMS.theme} type="text" />
        <Field name="place" label={FORMS.place} type="text" />
        <label>
          <span>{FORMS.group}</span>
          <select name="group">
            <option value="">{FORMS.anyGroup}</option>
            {groups.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </DoForm>
    </details>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "time" | "text";
  readonly required?: boolean;
}

function Field({ name, label, type, required = false }: FieldProps) {
  const id = `plan-${name}`;
  return (
    <label for={id}>
      <span>{label}</span>
      {type === "text" ? (
        <input type="text" id={id} name={name} required={required} maxLength={60} />
      ) : (
        <input type={type} id={id} name={name} required={required} />
      )}
    </label>
  );
}

/** 邀请 and 录入: a text of several lines. */
export function TextForm({ frame, name, of }: Pick<DoProps, "frame" | "of"> & { readonly name: "invite" | "capture" }) {
  const [title, hint, label] =
    name === "invite" ? [FORMS.invite, FORMS.companies, FORMS.invite] : [FORMS.capture, FORMS.lines, FORMS.check];
  return (
    <details>
      <summary>{title}</summary>
      <DoForm frame={frame} name={name} label={label} of={of}>
        <label>
          <span>{hint}</span>
          <textarea name="text" rows={name === "invite" ? 3 : 10} required />
        </label>
      </DoForm>
    </details>
  );
}
