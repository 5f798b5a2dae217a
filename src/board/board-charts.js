/**
 * Draws the charts of a page from the figures that each place holds; the library is loaded where there is something to draw.
 * Whatever fails, the same figures stand in the table below each.
 */

/** @typedef {{ upright: boolean, labels: string[], series: { name: string, values: number[] }[], links: (string | null)[] }} Chart */

/** @type {Promise<any> | null} */
let library = null;

function loaded() {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/echarts.js";
    script.addEventListener("load", () => resolve(Reflect.get(window, "echarts")));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return library;
}

/** The page's own colours, light or dark. @param {string} name */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** @param {Chart} chart @param {number} size */
function optionOf({ upright, labels, series }, size) {
  const text = { color: colour("--ink"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: size };
  const names = {
    type: "category",
    data: labels,
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour("--line") } },
    axisLabel: { ...text, ...(upright ? {} : { width: size * 8, overflow: "truncate" }) },
  };
  const counts = {
    type: "value",
    minInterval: 1,
    splitLine: { lineStyle: { color: colour("--line") } },
    axisLabel: { ...text, color: colour("--quiet") },
  };
  return {
    color: [colour("--bar"), colour("--bar-beside")],
    textStyle: text,
    grid: { left: 8, right: 28, top: size * 2.6, bottom: 4, containLabel: true },
    legend: { top: 0, right: 0, itemWidth: size, itemHeight: size, textStyle: text },
    // Drawn, not written into the page: its policy lets no style in.
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" }, confine: true },
    xAxis: upright ? names : counts,
    yAxis: upright ? counts : names,
    series: series.map(({ name, values }) => ({
      name,
      type: "bar",
      data: values,
      barMaxWidth: size * 1.6,
      barGap: "10%",
      itemStyle: { borderRadius: upright ? [3, 3, 0, 0] : [0, 3, 3, 0] },
      label: {
        show: true,
        position: upright ? "top" : "right",
        ...text,
        fontSize: size - 2,
        formatter: (/** @type {{ value: number }} */ { value }) => (value === 0 ? "" : String(value)),
      },
    })),
  };
}

/** Heights of a lying chart: so much for each label, and for what stands around them. In its font's size. */
const ROW = 2.9;
const AROUND = 4;

/** @type {Set<{ chart: any, place: HTMLElement }>} */
const drawn = new Set();

/** @param {HTMLElement} place */
async function draw(place) {
  /** @type {Chart} */
  const figures = JSON.parse(place.dataset["figures"] ?? "");
  if (figures.labels.length === 0) return;
  const echarts = await loaded();
  const size = Math.max(12, Math.round(Number.parseFloat(getComputedStyle(place).fontSize) * 0.85));
  if (!figures.upright) place.style.height = `${Math.max(3, figures.labels.length) * ROW * size + AROUND * size}px`;
  place.hidden = false;
  const chart = echarts.init(place);
  chart.setOption({ ...optionOf(figures, size), animation: drawn.size === 0 });
  chart.on("click", (/** @type {{ dataIndex: number }} */ { dataIndex }) => {
    const link = figures.links[dataIndex];
    if (link) location.href = link;
  });
  drawn.add({ chart, place });
}

/** What was drawn before the page was renewed is let go. */
function drawAll() {
  for (const one of drawn) {
    if (one.place.isConnected) continue;
    one.chart.dispose();
    drawn.delete(one);
  }
  for (const place of document.querySelectorAll("[data-chart]:not([data-begun])")) {
    if (!(place instanceof HTMLElement)) continue;
    place.dataset["begun"] = "1";
    void draw(place).catch(() => {});
  }
}

new MutationObserver(drawAll).observe(document.body, { childList: true });
addEventListener("resize", () => {
  for (const { chart } of drawn) chart.resize();
});
drawAll();
