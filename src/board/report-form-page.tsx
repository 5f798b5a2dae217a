import { MAX_TEXT } from "../chat/conversation.ts";
import { CALL_FOR_HELP } from "../messages/zh-cn/chat.ts";
import { FORM } from "../messages/zh-cn/report-form.ts";
import { AttachField } from "./attach-field.tsx";
import { Sheet } from "./shell.tsx";

/** Of a company's name, in characters. */
export const MOST_OF_NAME = 60;

/** What was filled in. */
export interface Filled {
  readonly company: string;
  readonly phone: string;
  readonly text: string;
}

export const NOTHING_FILLED: Filled = { company: "", phone: "", text: "" };

interface ReportPageProps {
  readonly park: string;
  /** Of this form. */
  readonly formKey: string;
  readonly filled: Filled;
  /** What is wrong with what was sent: it stands in its fields again. */
  readonly problem: string | null;
}

/** The form by which somebody without an account raises something. */
export function ReportPage({ park, formKey, filled, problem }: ReportPageProps) {
  return (
    <Sheet title={FORM.title} park={park} look="report">
      <p>{FORM.lead}</p>
      <p class="hint">{CALL_FOR_HELP}</p>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <form method="post" action="/report" enctype="multipart/form-data">
        <input type="hidden" name="form" value={formKey} />
        <label>
          <span>{FORM.company}</span>
          <input name="company" value={filled.company} maxLength={MOST_OF_NAME} autocomplete="organization" required />
        </label>
        <label>
          <span>{FORM.phone}</span>
          <input type="tel" name="phone" value={filled.phone} maxLength={30} autocomplete="tel" required />
          <small>{FORM.phoneHint}</small>
        </label>
        <label>
          <span>{FORM.text}</span>
          <textarea name="text" rows={7} maxLength={MAX_TEXT} required>
            {filled.text}
          </textarea>
        </label>
        <AttachField takes="pictures" />
        <button type="submit">{FORM.send}</button>
      </form>
    </Sheet>
  );
}
