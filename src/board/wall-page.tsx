import type { Conversation } from "../chat/conversation.ts";
import { NAMES, SITE } from "../messages/zh-cn/board.ts";
import { asOf, OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import { ChartView } from "./chart-view.tsx";
import { chartsFor } from "./charts.ts";
import { CountsRow, Rates, Units } from "./figures.tsx";
import { Marks } from "./marks.tsx";
import { lateText, type Red } from "./red-list.tsx";
import { PageHead } from "./shell.tsx";
import { standingOf } from "./standing.ts";

/** How often a wall is asked for anew where nothing has happened: what becomes late does so by itself. In seconds. */
const RENEW_S = 60;
/** What can be read from afar. */
const MOST_UNITS = 8;
const MOST_RED = 5;
const RATES_SHOWN = ["sign", "onTime", "solved", "satisfied"];

/** How things stand, for a screen that everybody in the room looks at: large, without a column of companies, renewed by itself. */
export async function wallPage(conversation: Conversation) {
  const { reader, ctx } = conversation;
  const { figures, lines, red, overdue, line } = await standingOf(conversation, "always");
  const weeks = (await chartsFor(conversation, lines)).filter(({ name }) => name === "weeks");
  const park = ctx.park.org.park.name;
  return (
    <html lang="zh-CN" class="wall">
      <PageHead title={OVERVIEW.wallTitle} park={park} renewS={RENEW_S} />
      <body>
        <main id="main" data-renew={RENEW_S}>
          <WallHead park={park} when={asOf(reader.dateTime(reader.now))} />
          <p class={overdue === 0 ? "verdict" : "verdict red"}>{line}</p>
          <CountsRow counts={figures.counts} />
          <div class="wall-columns">
            <section>
              <h2>{NAMES.units}</h2>
              <Units lines={lines.slice(0, MOST_UNITS)} conversation={conversation} plain />
            </section>
            <section>
              <h2>{OVERVIEW.red}</h2>
              <WallRed list={red.slice(0, MOST_RED)} conversation={conversation} />
            </section>
            {weeks.map((chart) => (
              <ChartView key={chart.name} chart={chart} />
            ))}
            <section>
              <h2>{NAMES.rates}</h2>
              <Rates rates={figures.rates.filter(({ name }) => RATES_SHOWN.includes(name))} />
            </section>
          </div>
        </main>
        <script type="module" src="/board.js" />
        <script type="module" src="/board-charts.js" />
      </body>
    </html>
  );
}

function WallHead({ park, when }: { readonly park: string; readonly when: string }) {
  return (
    <div class="wall-head">
      <h1>{`${SITE(park)} · ${OVERVIEW.wallTitle}`}</h1>
      <span>{when}</span>
      <a href="/">{OVERVIEW.back}</a>
    </div>
  );
}

/** Whoever passes by reads it: an issue that was confided has no title here. */
function WallRed({ list, conversation }: { readonly list: readonly Red[]; readonly conversation: Conversation }) {
  const { reader } = conversation;
  if (list.length === 0) return <p>{OVERVIEW.noRed}</p>;
  return (
    <ol class="wall-red">
      {list.map((one) => {
        const view = reader.issue(one.issue);
        return (
          <li key={view.id}>
            <b>#{view.id}</b> <Marks of={view} />
            {view.confidential ? OVERVIEW.confided : view.title}
            <small>
              {[view.department, lateText(one, conversation), ...one.pressed]
                .filter((part) => part !== null && part !== "")
                .join("　")}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
