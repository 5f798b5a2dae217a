import type { Conversation } from "../chat/conversation.ts";
import { isOfficial } from "../domain/issue/issue.ts";
import { PERIODS, type PeriodName } from "../domain/park/instants.ts";
import { unitsTold } from "../features/reports/asked.ts";
import type { Card } from "../messages/card.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import { PERIOD_WORDS } from "../messages/zh-cn/dates.ts";
import { CardView } from "./card.tsx";
import { ChartView } from "./chart-view.tsx";
import { chartsFor } from "./charts.ts";
import { CountsRow, Rates, Units } from "./figures.tsx";
import { RedList } from "./red-list.tsx";
import { type Frame, Page } from "./shell.tsx";
import { runCommand } from "./speaking.ts";
import { standingOf } from "./standing.ts";

/** A period of the page's address; null: there is no such one. */
export function periodAsked(value: unknown): PeriodName | null {
  if (value === undefined) return "always";
  return PERIODS.find((one) => one === value) ?? null;
}

interface OverviewProps {
  readonly frame: Frame;
  readonly conversation: Conversation;
  readonly period: PeriodName;
}

/** How things stand, in a line and in figures, for those who work in or for the offices. */
export async function overviewPage({ frame, conversation, period }: OverviewProps) {
  const standing = await standingOf(conversation, period);
  const { figures, lines, overdue, line } = standing;
  const charts = await chartsFor(conversation, lines);
  const todo = await runCommand(conversation, "todo");
  const stuck = await runCommand(conversation, "overdue");
  return (
    <Page title={NAMES.overview} frame={frame} scripts={["/board-charts.js"]}>
      <p class={overdue === 0 ? "verdict" : "verdict red"}>{line}</p>
      <Periods chosen={period} isOffice={!isOfficial(conversation.actor)} />
      <CountsRow counts={figures.counts} />
      <div class="columns">
        <Pressing {...standing} stuck={stuck} conversation={conversation} />
        <div>
          <section>
            <h2>{OVERVIEW.waits}</h2>
            {todo === null ? null : <CardView card={inShort(todo)} />}
            <a href="/todo">{OVERVIEW.whole}</a>
          </section>
          <section>
            <h2>{NAMES.rates}</h2>
            <Rates rates={figures.rates} />
          </section>
        </div>
      </div>
      <div class="charts">
        {charts.map((chart) => (
          <ChartView key={chart.name} chart={chart} />
        ))}
      </div>
      {unitsTold(conversation) === null ? (
        <noscript>
          <img class="trend" src="/trend.png" alt={NAMES.trend} width="760" />
        </noscript>
      ) : null}
    </Page>
  );
}

interface PressingProps extends Pick<Awaited<ReturnType<typeof standingOf>>, "lines" | "red"> {
  readonly stuck: Card | null;
  readonly conversation: Conversation;
}

/** What is to be pressed for, and of whom. */
function Pressing({ lines, red, stuck, conversation }: PressingProps) {
  return (
    <div>
      <section>
        <h2>{OVERVIEW.red}</h2>
        <RedList list={red} conversation={conversation} />
        <a href="/issues?overdue=1&sort=overdue">{OVERVIEW.allLate}</a>
      </section>
      <section>
        <h2>{NAMES.units}</h2>
        <Units lines={lines} conversation={conversation} />
      </section>
      <section>
        <h2>{NAMES.stuck}</h2>
        {stuck === null ? null : <CardView card={stuck} />}
      </section>
    </div>
  );
}

/** So many of each list: the whole stands on a page of its own. */
const IN_SHORT = 3;

function inShort({ blocks }: Card): Card {
  return {
    blocks: blocks
      .filter(({ kind }) => kind !== "title" && kind !== "hint")
      .map((block) => (block.kind === "list" ? { ...block, items: block.items.slice(0, IN_SHORT) } : block)),
  };
}

function Periods({ chosen, isOffice }: { readonly chosen: PeriodName; readonly isOffice: boolean }) {
  return (
    <nav class="groups" aria-label={NAMES.period}>
      {PERIODS.map((one) => (
        <a key={one} href={`/?period=${one}`} aria-current={one === chosen ? "true" : undefined}>
          {PERIOD_WORDS[one]}
        </a>
      ))}
      {isOffice ? (
        <a href="/wall" class="aside">
          {OVERVIEW.wall}
        </a>
      ) : null}
    </nav>
  );
}
