import type { Conversation } from "../chat/conversation.ts";
import type { Counts } from "../domain/issue/figures.ts";
import type { Issue } from "../domain/issue/issue.ts";
import type { IssueView } from "../messages/reader.ts";
import {
  countsLine,
  DUTY_HEADS,
  dutyTitle,
  numbered,
  paperNote,
  SIGN_IN_HEADS,
  STATES,
  signedOff,
  signInTitle,
  THEME_DAYS,
} from "../messages/zh-cn/board-theme-days.ts";
import { shortState } from "../messages/zh-cn/terms.ts";
import type { Invitation, ThemeDay } from "../store/theme-days.ts";
import { Marks } from "./marks.tsx";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";
import { THEME_DAYS_AT } from "./theme-day-forms.tsx";

interface ThemeDayProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly themeDay: ThemeDay;
  readonly invited: readonly Invitation[];
  /** What was raised, as far as this person may see it. */
  readonly issues: readonly Issue[];
  /** Of all of it, for who sees all of it. */
  readonly counts: Counts | null;
}

/**
 * One theme day: who comes, and who does what until when. Both are printed as the park is used to, and lie before everybody who came: so
 * the list of duties names the company of what is confidential to nobody, not even to the coordinator.
 */
export function ThemeDayPage(props: ThemeDayProps) {
  const { frame, conversation, themeDay, counts } = props;
  const { reader } = conversation;
  const { number, state, theme, at } = themeDay;
  return (
    <Page title={[numbered(number), theme].filter((part) => part !== "").join(" ")} frame={frame}>
      <p class="no-print">
        <b>{STATES[state]}</b>　{reader.dateTime(at)}
        {counts === null ? null : `　${countsLine(counts)}`}
      </p>
      <p class="hint no-print">
        {THEME_DAYS.print}{" "}
        <button type="button" class="quiet" data-print hidden>
          {THEME_DAYS.printNow}
        </button>
      </p>
      <Duties {...props} />
      <SignIn {...props} />
      <p class="no-print">
        <a href={THEME_DAYS_AT}>{THEME_DAYS.back}</a>
      </p>
    </Page>
  );
}

function Note({ conversation: { reader }, themeDay: { at, theme, place } }: ThemeDayProps) {
  return <p class="paper-note">{paperNote(reader.wholeDate(at), theme, place)}</p>;
}

function Under({ conversation: { reader } }: ThemeDayProps) {
  return (
    <p class="signed-off">
      {signedOff(reader.park.org.park.name, reader.wholeDate(reader.now)).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}

function Duties(props: ThemeDayProps) {
  const { conversation, themeDay, issues } = props;
  const { reader } = conversation;
  const everybody = reader.as({ kind: "supervision" });
  const { place, company, issue, measure, department, handler, until, done } = DUTY_HEADS;
  return (
    <section class="paper">
      <h2>{dutyTitle(reader.park.org.park.name, themeDay.number)}</h2>
      <Note {...props} />
      {issues.length === 0 ? (
        <p>{THEME_DAYS.noDuties}</p>
      ) : (
        <table class="issues duties">
          <Head of={Object.values(DUTY_HEADS)} />
          <tbody>
            {issues.map((one, index) => {
              const view = (one.confidential ? everybody : reader).issue(one);
              return (
                <tr key={view.id}>
                  <td data-head={place}>{index + 1}</td>
                  <td data-head={company}>{view.company}</td>
                  <td data-head={issue}>
                    <a href={`/issues/${view.id}`}>#{view.id}</a> <Marks of={view} />
                    {view.text}
                  </td>
                  <td data-head={measure}>{view.measure}</td>
                  <td data-head={department}>{view.department}</td>
                  <td data-head={handler}>{view.handler}</td>
                  <td data-head={until}>{view.promised}</td>
                  <td data-head={done}>{doneText(view)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Under {...props} />
    </section>
  );
}

/** How it stands, and what was answered. */
function doneText(view: IssueView): string {
  const state = shortState(view);
  return view.publicAnswer === null ? state : `${state}：${view.publicAnswer}`;
}

/** With places left empty, for the pen. */
function SignIn(props: ThemeDayProps) {
  const { conversation, themeDay, invited } = props;
  const { reader } = conversation;
  return (
    <section class="paper">
      <h2>{signInTitle(reader.park.org.park.name, themeDay.number)}</h2>
      <Note {...props} />
      {invited.length === 0 ? (
        <p>{THEME_DAYS.nobody}</p>
      ) : (
        <table class="issues sign-in">
          <Head of={Object.values(SIGN_IN_HEADS)} />
          <tbody>
            {invited.map(({ enterprise, invitedAt, signedUpAt, signedUpBy }, index) => (
              <tr key={enterprise}>
                <td data-head={SIGN_IN_HEADS.place}>{index + 1}</td>
                <td data-head={SIGN_IN_HEADS.company}>{reader.company(enterprise)}</td>
                <td data-head={SIGN_IN_HEADS.invited}>{invitedAt === null ? "" : reader.day(invitedAt)}</td>
                <td data-head={SIGN_IN_HEADS.signedUp}>{signedUpAt === null ? "" : reader.day(signedUpAt)}</td>
                <td data-head={SIGN_IN_HEADS.person}>{signedUpBy}</td>
                <td data-head={SIGN_IN_HEADS.phone} />
                <td data-head={SIGN_IN_HEADS.signature} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Under {...props} />
    </section>
  );
}
