import type { ComponentChildren } from "preact";
import { MAX_TEXT } from "../chat/conversation.ts";
import type { Common, Deed } from "../domain/common/common.ts";
import type { Park } from "../domain/park/park.ts";
import type { SubName } from "../features/common/zh-cn-said.ts";
import type { Evidence } from "../messages/common-view.ts";
import { FORMS } from "../messages/zh-cn/board-common.ts";
import type { Frame } from "./shell.tsx";
import { SubForm } from "./sub-form.tsx";

/** What can be done about common problems, each as a form that says what somebody could write behind 共性. */

/** Where they are. */
export const COMMONS_AT = "/common";

interface DoProps {
  readonly frame: Frame;
  readonly name: SubName;
  /** Which one it is about; without it none, or a new one. */
  readonly of?: Common | undefined;
  readonly label: string;
  readonly quiet?: boolean;
  readonly children?: ComponentChildren;
}

export function DoForm({ name, of, ...form }: DoProps) {
  const action = of === undefined ? COMMONS_AT : `${COMMONS_AT}/${of.id}`;
  return <SubForm {...form} action={action} hidden={{ sub: name, ...(of !== undefined && { version: of.version }) }} />;
}

/** A new one. */
export function CreateForm({ frame }: Pick<DoProps, "frame">) {
  return (
    <details>
      <summary>{FORMS.create}</summary>
      <DoForm frame={frame} name="create" label={FORMS.make}>
        <Line name="title" label={FORMS.title} required />
        <Line name="numbers" label={FORMS.numbers} />
      </DoForm>
    </details>
  );
}

/** Takes a proposal, or says that it is none. */
export function ProposalForms({ frame, found }: Pick<DoProps, "frame"> & { readonly found: Evidence }) {
  const { place, common, title, issues } = found;
  const which = (
    <>
      <input type="hidden" name="proposal" value={place} />
      <input type="hidden" name="of" value={issues.map(({ id }) => id).join(" ")} />
    </>
  );
  return (
    <div class="moves">
      <DoForm frame={frame} name="create" label={common === null ? FORMS.make : FORMS.join}>
        {which}
        {common === null ? <Line name="title" label={FORMS.title} value={title} /> : null}
      </DoForm>
      <DoForm frame={frame} name="dismiss" label={FORMS.dismiss} quiet>
        {which}
      </DoForm>
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
}

function Line({ name, label, value = "", required = false }: LineProps) {
  return (
    <label>
      <span>{label}</span>
      <input type="text" name={name} value={value} required={required} maxLength={200} />
    </label>
  );
}

interface DeedProps {
  readonly frame: Frame;
  readonly common: Common;
  readonly park: Park;
  /** What was sent and could not be taken. */
  readonly filled?: { readonly name: SubName; readonly text: string } | undefined;
}

/** What each deed asks for. Taking out stands beside the issues. */
const FORM_OF: Partial<Readonly<Record<Deed, (props: DeedProps) => ComponentChildren>>> = {
  lead: ({ common, park }) => (
    <label>
      <span>{FORMS.unit}</span>
      <select name="unit" required>
        <option value="" />
        {park.org.departments.map(({ code, name }) => (
          <option key={code} value={name} selected={code === common.lead}>
            {name}
          </option>
        ))}
      </select>
    </label>
  ),
  measure: (props) => <Words name="measure" label={FORMS.text} {...props} />,
  due: () => (
    <label>
      <span>{FORMS.date}</span>
      <input type="date" name="date" required />
    </label>
  ),
  add: () => <Line name="numbers" label={FORMS.numbers} required />,
  progress: (props) => <Words name="progress" label={FORMS.text} {...props} />,
  answer: (props) => (
    <>
      <Words name="answer" label={FORMS.text} {...props} />
      <small>{FORMS.answerHint}</small>
    </>
  ),
  urge: (props) => <Words name="urge" label={FORMS.text} optional {...props} />,
  finish: (props) => <Words name="finish" label={FORMS.result} optional {...props} />,
  resume: () => null,
  void: () => (
    <>
      <input type="hidden" name="sure" value="1" />
      <small>{FORMS.voidHint}</small>
    </>
  ),
  rename: ({ common }) => <Line name="title" label={FORMS.title} value={common.title} required />,
};

function Words({
  name,
  label,
  filled,
  optional = false,
}: DeedProps & { readonly name: SubName; readonly label: string; readonly optional?: boolean }) {
  return (
    <label>
      <span>{label}</span>
      <textarea name="text" rows={3} maxLength={MAX_TEXT} required={!optional}>
        {filled?.name === name ? filled.text : ""}
      </textarea>
    </label>
  );
}

/** A form for each deed that this person may do now. */
export function DeedForms({ deeds, ...props }: DeedProps & { readonly deeds: readonly Deed[] }) {
  const { frame, common, filled } = props;
  const shown = deeds.filter((deed): deed is Exclude<Deed, "create" | "remove"> => deed in FORM_OF);
  return (
    <div class="moves">
      {shown.map((deed) => (
        <details key={deed} open={filled?.name === deed}>
          <summary>{FORMS[deed]}</summary>
          <DoForm frame={frame} name={deed} of={common} label={deed === "answer" ? FORMS.show : FORMS.save}>
            {FORM_OF[deed]?.(props)}
          </DoForm>
        </details>
      ))}
    </div>
  );
}

/** The same answer, of which its sender has now read whom it reaches. */
export function SendForm({
  frame,
  common,
  text,
  shown,
}: DeedProps & { readonly text: string; readonly shown: readonly number[] }) {
  return (
    <DoForm frame={frame} name="answer" of={common} label={FORMS.send}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="shown" value={shown.join(" ")} />
      <input type="hidden" name="sure" value="1" />
    </DoForm>
  );
}
