import type { Conversation } from "../chat/conversation.ts";
import type { Figures } from "../domain/issue/figures.ts";
import type { Line } from "../features/reports/units.ts";
import { NAMES } from "../messages/zh-cn/board.ts";
import { OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import { COUNT_WORDS, RATE_WORDS, rateText } from "../messages/zh-cn/terms.ts";
import { Head } from "./table.tsx";

/** Figures as pages show them: each rate with its parts, and how much it is of. */

export function CountsRow({ counts }: Pick<Figures, "counts">) {
  return (
    <section aria-label={NAMES.counts} class="counts">
      {Object.entries(COUNT_WORDS).map(([name, word]) => (
        <div key={name}>
          <b>{counts[name as keyof typeof COUNT_WORDS]}</b>
          <span>{word}</span>
        </div>
      ))}
    </section>
  );
}

/** Each with what it is counted of. */
export function Rates({ rates }: Pick<Figures, "rates">) {
  return (
    <table class="figures rates">
      <tbody>
        {rates.map(({ name, part, whole }) => (
          <tr key={name}>
            <th scope="row">{RATE_WORDS[name]}</th>
            <td>
              <Bar part={part} whole={whole} />
            </td>
            <td>{rateText(part, whole)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as the number beside it says, for the eye. */
function Bar({ part, whole }: { readonly part: number; readonly whole: number }) {
  return whole === 0 ? null : <meter min={0} max={whole} value={part} aria-hidden="true" />;
}

interface UnitsProps {
  readonly lines: readonly Line[];
  readonly conversation: Conversation;
  /** On a screen at which nobody presses anything. */
  readonly plain?: boolean;
}

/** The most overdue first. Each rate with its parts, and the volume beside it. */
export function Units({ lines, conversation: { reader }, plain = false }: UnitsProps) {
  if (lines.length === 0) return <p>{OVERVIEW.noUnits}</p>;
  const heads = [NAMES.department, NAMES.volume, NAMES.signed, NAMES.onTime, NAMES.satisfied, NAMES.late];
  const [, volume, signed, inTime, content, late] = heads;
  return (
    <table class="figures cards">
      <Head of={heads} />
      <tbody>
        {lines.map(({ department, led, sign, onTime, satisfied, overdue }) => (
          <tr key={department}>
            <th scope="row">
              {plain ? (
                reader.department(department)
              ) : (
                <a href={`/issues?state=open&department=${encodeURIComponent(department)}`}>
                  {reader.department(department)}
                </a>
              )}
            </th>
            <td data-head={volume}>{led}</td>
            <td data-head={signed}>{rateText(sign.part, sign.whole)}</td>
            <td data-head={inTime}>{rateText(onTime.part, onTime.whole)}</td>
            <td data-head={content}>{rateText(satisfied.part, satisfied.whole)}</td>
            <td data-head={late} class={overdue > 0 ? "red" : undefined}>
              {overdue}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
