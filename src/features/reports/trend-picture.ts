import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { registerOwnFont } from "../../papers/own-font.ts";
import type { Trend } from "./trend.ts";
import { ACCENT, heightOf, trendOption, WIDTH } from "./trend-option.ts";

/** Pixels for one unit of the layout: sharp on telephones, and far below every platform's limit in bytes. */
const SCALE = 2;

/** The coloured edge at the top, in units of the layout. */
const STRIPE = 6;

use([BarChart, GridComponent, LegendComponent, TitleComponent, CanvasRenderer]);

// The library measures words on a canvas of its own; without one it guesses, and labels run into each other.
setPlatformAPI({ createCanvas: () => asElement(createCanvas(1, 1)) });

/** The trend as PNG: 1520 pixels wide, as high as its categories need. Takes a fifth of a second of the processor. */
export function drawTrend(trend: Trend): Buffer {
  registerOwnFont();
  const height = heightOf(trend);
  const canvas = createCanvas(WIDTH * SCALE, height * SCALE);
  const chart = init(asElement(canvas), null, { width: WIDTH, height, devicePixelRatio: SCALE });
  try {
    chart.setOption(trendOption(trend));
    chart.getZr().flush();
    const context = canvas.getContext("2d");
    context.fillStyle = ACCENT;
    context.fillRect(0, 0, canvas.width, STRIPE * SCALE);
    return canvas.toBuffer("image/png");
  } finally {
    chart.dispose();
  }
}

/** ECharts draws on whatever has the methods of a browser's canvas, and its types only know the browser's. */
function asElement(canvas: Canvas) {
  return canvas as unknown as NonNullable<Parameters<typeof init>[0]> & ReturnType<PlatformCanvas>;
}
type PlatformCanvas = NonNullable<Parameters<typeof setPlatformAPI>[0]["createCanvas"]>;
