import { chartSummary, OVERVIEW } from "../messages/zh-cn/board-overview.ts";
import type { Chart } from "./charts.ts";
import { Head } from "./table.tsx";

/** A chart as a page has it: an empty place with the figures that the browser draws in it, and the same as a table. */
export function ChartView({ chart }: { readonly chart: Chart }) {
  const { name, title, head, labels, series, upright, links } = chart;
  const sums = series.map(({ name: of, values }) => [of, values.reduce((sum, one) => sum + one, 0)] as const);
  return (
    <section class="charted">
      <h2>{title}</h2>
      <div
        class="chart"
        data-chart={name}
        data-figures={JSON.stringify({ upright, labels, series, links })}
        role="img"
        aria-label={chartSummary(title, sums)}
        hidden
      />
      <details>
        <summary>{OVERVIEW.figures}</summary>
        <table class="figures">
          <Head of={[head, ...series.map((one) => one.name)]} />
          <tbody>
            {labels.map((label, index) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map((one) => (
                  <td key={one.name}>{one.values[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
