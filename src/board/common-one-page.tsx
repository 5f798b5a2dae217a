import type { ComponentChildren } from "preact";
import type { Conversation } from "../chat/conversation.ts";
import { type Common, type Deed, deedsFor } from "../domain/common/common.ts";
import { fieldsOfCommon } from "../features/common/cards.ts";
import type { Step } from "../features/common/course.ts";
import { nameOf, type SeenCommon } from "../features/common/seen.ts";
import type { SubName } from "../features/common/zh-cn-said.ts";
import type { Card } from "../messages/card.ts";
import { companyIn, titleIn } from "../messages/common-view.ts";
import { COMMONS, FORMS, HEADS } from "../messages/zh-cn/board-common.ts";
import { shortState } from "../messages/zh-cn/terms.ts";
import { CardView, SaidView } from "./card.tsx";
import { COMMONS_AT, DeedForms, DoForm } from "./common-forms.tsx";
import { Marks } from "./marks.tsx";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";

interface CommonProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly seen: SeenCommon;
  /** The newest first. */
  readonly course: readonly Step[];
  readonly said: Card | null;
  /** What stands below what is said. */
  readonly below?: ComponentChildren;
  readonly filled?: { readonly name: SubName; readonly text: string } | undefined;
}

/** One common problem: how it stands, its issues, what can be done, and what was done. */
export function CommonPage({ said, below, filled, ...props }: CommonProps) {
  const { frame, conversation, seen, course } = props;
  const { actor, ctx, reader } = conversation;
  const deeds = deedsFor(actor, seen.common, ctx.park);
  return (
    <Page title={nameOf(seen)} frame={frame}>
      <SaidView said={said}>{below}</SaidView>
      <div class="columns">
        <section>
          <CardView card={{ blocks: [{ kind: "fields", fields: fieldsOfCommon(seen, reader) }] }} />
        </section>
        {deeds.length === 0 ? null : (
          <section aria-label={COMMONS.actions}>
            <h2>{COMMONS.actions}</h2>
            <DeedForms frame={frame} common={seen.common} park={ctx.park} deeds={deeds} filled={filled} />
          </section>
        )}
      </div>
      <Members {...props} deeds={deeds} />
      <Course course={course} />
      <p>
        <a href={COMMONS_AT}>{COMMONS.back}</a>
      </p>
    </Page>
  );
}

type MembersProps = Pick<CommonProps, "frame" | "conversation" | "seen"> & { readonly deeds: readonly Deed[] };

function Members({ frame, conversation: { reader }, seen, deeds }: MembersProps) {
  const { number, company, issue, department, state } = HEADS;
  const mayRemove = deeds.includes("remove");
  const heads = [number, company, issue, department, state, ...(mayRemove ? [FORMS.remove] : [])];
  return (
    <section>
      <h2>{COMMONS.members}</h2>
      {seen.members.length === 0 ? <p>{COMMONS.noMembers}</p> : null}
      {seen.members.length === 0 ? null : (
        <table class="issues">
          <Head of={heads} />
          <tbody>
            {seen.members.map((one) => {
              const view = reader.issue(one);
              return (
                <tr key={one.id}>
                  <td data-head={number}>
                    <a href={`/issues/${one.id}`}>#{one.id}</a>
                  </td>
                  <td data-head={company}>{companyIn(one, reader)}</td>
                  <td data-head={issue}>
                    <Marks of={view} /> {titleIn(one, reader)}
                  </td>
                  <td data-head={department}>{view.department}</td>
                  <td data-head={state}>{shortState(view)}</td>
                  {mayRemove ? (
                    <td data-head={FORMS.remove}>
                      <RemoveForm frame={frame} common={seen.common} id={one.id} />
                    </td>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function RemoveForm({ frame, common, id }: { readonly frame: Frame; readonly common: Common; readonly id: number }) {
  return (
    <DoForm frame={frame} name="remove" of={common} label={FORMS.remove} quiet>
      <input type="hidden" name="numbers" value={id} />
    </DoForm>
  );
}

function Course({ course }: { readonly course: readonly Step[] }) {
  const { when, what, who, text } = HEADS;
  return (
    <section class="record">
      <h2>{COMMONS.course}</h2>
      <table class="issues course">
        <Head of={[when, what, who, text]} />
        <tbody>
          {course.map((step, index) => (
            <tr key={index}>
              <td data-head={when}>{step.at}</td>
              <td data-head={what}>{step.what}</td>
              <td data-head={who}>{step.who}</td>
              <td data-head={text} class="lines">
                {step.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
