import type { Conversation } from "../chat/conversation.ts";
import type { Issue } from "../domain/issue/issue.ts";
import { dateOf, timeOf } from "../domain/park/instants.ts";
import { beginsFrom, NEAR_MS } from "../features/theme-day/hold.ts";
import { reasonsFor } from "../features/theme-day/lists.ts";
import type { SubName } from "../features/theme-day/zh-cn-said.ts";
import type { Card } from "../messages/card.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { cameText, FORMS, mayBeginFrom, numbered, STATES, THEME_DAYS } from "../messages/zh-cn/board-theme-days.ts";
import type { Invitation, ThemeDay } from "../store/theme-days.ts";
import { SaidView } from "./card.tsx";
import { Marks } from "./marks.tsx";
import { type Frame, Page } from "./shell.tsx";
import { Head } from "./table.tsx";
import { DoForm, PlanForm, TextForm, THEME_DAYS_AT, type When } from "./theme-day-forms.tsx";

interface ThemeDaysProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  /** The latest first. */
  readonly themeDays: readonly ThemeDay[];
  /** What this person may say about them. */
  readonly may: ReadonlySet<SubName>;
  /** Of those that are ahead or run. */
  readonly invitations: ReadonlyMap<number, readonly Invitation[]>;
  readonly agenda: readonly Issue[];
  readonly said: Card | null;
}

/** The theme days: the one that runs, those ahead, those that were held, and what the next one should speak of. */
export function ThemeDaysPage({ said, ...props }: ThemeDaysProps) {
  const { frame, conversation, themeDays, may } = props;
  const { now, park } = conversation.ctx;
  const running = themeDays.filter(({ state }) => state === "running");
  const isAhead = ({ state, at }: ThemeDay) => state === "planned" && at.getTime() >= now.getTime() - NEAR_MS;
  const ahead = themeDays.filter(isAhead).toReversed();
  const past = themeDays.filter((one) => one.state !== "running" && !isAhead(one));
  return (
    <Page title={THEME_DAYS.title} frame={frame}>
      <SaidView said={said} />
      {running.length + ahead.length === 0 ? <p class="verdict">{THEME_DAYS.none}</p> : null}
      {running.map((one) => (
        <Running key={one.id} themeDay={one} {...props} />
      ))}
      {ahead.map((one, index) => (
        <Ahead key={one.id} themeDay={one} isFirst={index === 0 && running.length === 0} {...props} />
      ))}
      {may.has("plan") ? (
        <section class="moves">
          <PlanForm frame={frame} park={park} />
        </section>
      ) : null}
      {may.has("agenda") ? <Agenda {...props} /> : null}
      {may.has("duties") ? (
        <section>
          <h2>{THEME_DAYS.held}</h2>
          {past.length === 0 ? <p>{THEME_DAYS.noneHeld}</p> : <Past themeDays={past} conversation={conversation} />}
        </section>
      ) : null}
    </Page>
  );
}

function whenOf({ at }: ThemeDay, { ctx }: Conversation): When {
  const zone = ctx.park.org.park.timeZone;
  return { date: dateOf(at, zone), time: timeOf(at, zone) };
}

type OneProps = Omit<ThemeDaysProps, "said"> & { readonly themeDay: ThemeDay };

/** When, where and what about; for who may see them, who comes. */
function Facts({ themeDay, conversation, may, invitations }: OneProps) {
  const { reader } = conversation;
  const { id, at, theme, place, chat, number } = themeDay;
  const invited = invitations.get(id) ?? [];
  const sent = invited.filter((one) => one.invitedAt !== null).length;
  const came = invited.filter((one) => one.signedUpAt !== null).length;
  return (
    <p>
      <b>{reader.dateTime(at)}</b>
      {[numbered(number), theme, place, chat === null ? "" : reader.chat(chat)]
        .filter((part) => part !== null && part !== "")
        .map((part) => `　${part}`)
        .join("")}
      <small>{cameText(sent, came)}</small>
      {may.has("duties") ? (
        <>
          {" "}
          <a href={`${THEME_DAYS_AT}/${id}`}>{THEME_DAYS.duties}</a>
        </>
      ) : null}
    </p>
  );
}

function Running(props: OneProps) {
  const { frame, may } = props;
  return (
    <section class="advice">
      <h2>{THEME_DAYS.running}</h2>
      <Facts {...props} />
      <div class="moves">
        {may.has("join") && !may.has("duties") ? <DoForm frame={frame} name="join" label={FORMS.join} /> : null}
        {may.has("invite") ? <TextForm frame={frame} name="invite" /> : null}
        {may.has("capture") ? <TextForm frame={frame} name="capture" /> : null}
        {may.has("confirm") ? <DoForm frame={frame} name="confirm" label={FORMS.confirm} quiet /> : null}
        {may.has("end") ? <DoForm frame={frame} name="end" label={FORMS.end} quiet /> : null}
      </div>
    </section>
  );
}

interface AheadProps extends OneProps {
  /** None is before it, and none runs. */
  readonly isFirst: boolean;
}

function Ahead({ isFirst, ...props }: AheadProps) {
  const { frame, may, themeDay, conversation } = props;
  const isAhead = themeDay.at > conversation.ctx.now;
  const of = whenOf(themeDay, conversation);
  return (
    <section>
      <h2>{THEME_DAYS.ahead}</h2>
      <Facts {...props} />
      <div class="moves">
        {isAhead && may.has("join") && !may.has("duties") ? (
          <DoForm frame={frame} name="join" label={FORMS.join} of={of} />
        ) : null}
        {isAhead && may.has("invite") ? <TextForm frame={frame} name="invite" of={of} /> : null}
        {isFirst && may.has("begin") ? <Begin {...props} /> : null}
        {isAhead && may.has("cancel") ? (
          <DoForm frame={frame} name="cancel" label={FORMS.cancel} of={of} quiet />
        ) : null}
      </div>
    </section>
  );
}

/** Its form when it may begin, and before that, from when on. */
function Begin({ frame, themeDay, conversation: { ctx, reader } }: OneProps) {
  const from = beginsFrom(themeDay);
  if (from > ctx.now) return <p class="hint">{mayBeginFrom(reader.dateTime(from))}</p>;
  return <DoForm frame={frame} name="begin" label={FORMS.begin} />;
}

function Agenda({ conversation, agenda }: ThemeDaysProps | Omit<ThemeDaysProps, "said">) {
  const { reader } = conversation;
  return (
    <section>
      <h2>{THEME_DAYS.agenda}</h2>
      {agenda.length === 0 ? (
        <p>{THEME_DAYS.noAgenda}</p>
      ) : (
        <table class="issues">
          <Head of={[NAMES.number, NAMES.company, NAMES.title, NAMES.department, THEME_DAYS.why]} />
          <tbody>
            {agenda.map((issue) => {
              const view = reader.issue(issue);
              return (
                <tr key={view.id}>
                  <td data-head={NAMES.number}>
                    <a href={`/issues/${view.id}`}>#{view.id}</a>
                  </td>
                  <td data-head={NAMES.company}>{view.company}</td>
                  <td data-head={NAMES.title}>
                    <Marks of={view} />
                    {view.title}
                  </td>
                  <td data-head={NAMES.department}>{view.department}</td>
                  <td data-head={THEME_DAYS.why}>{reasonsFor(issue, reader).join("，")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Past({ themeDays, conversation }: Pick<ThemeDaysProps, "themeDays" | "conversation">) {
  const { reader } = conversation;
  return (
    <table class="issues">
      <Head of={[THEME_DAYS.period, THEME_DAYS.when, THEME_DAYS.theme, THEME_DAYS.place, THEME_DAYS.state]} />
      <tbody>
        {themeDays.map(({ id, number, at, theme, place, state }) => (
          <tr key={id}>
            <td data-head={THEME_DAYS.period}>{numbered(number)}</td>
            <td data-head={THEME_DAYS.when}>
              <a href={`${THEME_DAYS_AT}/${id}`}>{reader.dateTime(at)}</a>
            </td>
            <td data-head={THEME_DAYS.theme}>{theme}</td>
            <td data-head={THEME_DAYS.place}>{place}</td>
            <td data-head={THEME_DAYS.state}>{STATES[state === "planned" ? "missed" : state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
