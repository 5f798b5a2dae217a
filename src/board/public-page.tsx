import type { Figures } from "../domain/issue/figures.ts";
import type { Row } from "../features/reports/trend.ts";
import { PUBLIC } from "../messages/zh-cn/public-page.ts";
import { COUNT_WORDS } from "../messages/zh-cn/terms.ts";
import { Sheet } from "./shell.tsx";

interface PublicPageProps {
  readonly park: string;
  readonly counts: Figures["counts"];
  readonly weeks: readonly Row[];
  readonly until: string;
  readonly everySeconds: number;
}

/** The four counts and the trend in large type, for a screen on a wall. It loads itself anew without a script. */
export function PublicPage({ park, counts, weeks, until, everySeconds }: PublicPageProps) {
  return (
    <Sheet title={PUBLIC.title} park={park} look="lobby" everySeconds={everySeconds}>
      <dl class="great">
        {Object.entries(COUNT_WORDS).map(([name, word]) => (
          <div key={name}>
            <dt>{word}</dt>
            <dd>{counts[name as keyof typeof COUNT_WORDS]}</dd>
          </div>
        ))}
      </dl>
      <h2>{PUBLIC.trend}</h2>
      <Bars weeks={weeks} room="wide" />
      <Bars weeks={weeks.slice(-LATE_WEEKS)} room="narrow" />
      <p class="legend">
        <b class="collected">{PUBLIC.collected}</b> <b class="solved">{PUBLIC.solved}</b>
      </p>
      <p class="hint">{PUBLIC.until(until)}</p>
    </Sheet>
  );
}

/** Of the drawing, in its own units. */
const WEEK = 100;
const HEIGHT = 180;
const ROOM = 44;
const BAR = 34;
/** So many have room on a phone. */
const LATE_WEEKS = 6;

/** Two bars for each week, each with its figure: a drawing that is sharp at any size. */
function Bars({ weeks, room }: Pick<PublicPageProps, "weeks"> & { readonly room: "wide" | "narrow" }) {
  const most = Math.max(1, ...weeks.flatMap(({ collected, solved }) => [collected, solved]));
  const tall = (count: number) => Math.round((count / most) * (HEIGHT - ROOM));
  const bar = (count: number, x: number, name: "collected" | "solved") => (
    <g key={name} class={name}>
      <rect x={x} y={HEIGHT - tall(count)} width={BAR} height={tall(count)} rx="3" />
      {count === 0 ? null : (
        <text x={x + BAR / 2} y={HEIGHT - tall(count) - 8} text-anchor="middle">
          {count}
        </text>
      )}
    </g>
  );
  const said = weeks.map(({ name, collected, solved }) => `${name} ${PUBLIC.each(collected, solved)}`).join("；");
  return (
    <svg class={room} viewBox={`0 0 ${weeks.length * WEEK} ${HEIGHT + ROOM}`} role="img" aria-label={said}>
      {weeks.map(({ name, collected, solved }, index) => (
        <g key={name}>
          {bar(collected, index * WEEK + 14, "collected")}
          {bar(solved, index * WEEK + 14 + BAR + 4, "solved")}
          <text x={index * WEEK + WEEK / 2} y={HEIGHT + 32} text-anchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
