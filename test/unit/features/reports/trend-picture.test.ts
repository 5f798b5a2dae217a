import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { Row, Trend } from "../../../../src/features/reports/trend.ts";
import { heightOf } from "../../../../src/features/reports/trend-option.ts";
import { drawTrend } from "../../../../src/features/reports/trend-picture.ts";
import { OWN_FONT } from "../../../../src/papers/own-font.ts";

const WEEKS = ["09-28", "10-12", "10-19", "10-26", "11-02", "11-09", "11-16", "本周"];

function trend(more: Partial<Trend> = {}): Trend {
  const weeks = WEEKS.map((name, index) => ({ name, collected: index + 1, solved: index }));
  return { park: "永州经开区", until: "2026年11月25日 周三 08:30", weeks, categories: rows("用电", "用工"), ...more };
}

function rows(...names: readonly string[]): readonly Row[] {
  return names.map((name) => ({ name, collected: 9, solved: 4 }));
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of a point. */
  readonly at: (x: number, y: number) => readonly number[];
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, at: (x, y) => [0, 1, 2].map((part) => data[(y * width + x) * 4 + part] ?? 0) };
}

/** How many points of a picture have this colour, give or take its smoothed edges. */
function countOf({ width, height, at }: Pixels, [red = 0, green = 0, blue = 0]: readonly number[]): number {
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r = 0, g = 0, b = 0] = at(x, y);
      if (Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 12) count++;
    }
  }
  return count;
}

const [COLLECTED, SOLVED, INK] = [[59, 111, 224] as const, [39, 176, 139] as const, [23, 35, 61] as const];

/** The label of the one category of a picture, point by point: 1 where something is drawn. */
async function labelOf(name: string): Promise<string> {
  const one = trend({ categories: rows(name) });
  const { at, height } = await pixelsOf(drawTrend(one));
  let shape = "";
  for (let y = height - 300; y < height - 60; y++) {
    for (let x = 40; x < 255; x++) shape += (at(x, y)[0] ?? 255) < 128 ? "1" : "0";
  }
  return shape;
}

describe("the picture of the trend", () => {
  it("is a PNG of the size that its categories need, and small enough for every platform", async () => {
    const many = trend({ categories: rows(..."甲乙丙丁戊己庚辛壬癸子丑寅卯") });
    for (const one of [trend(), many]) {
      const png = drawTrend(one);
      expect(png.length).toBeLessThan(300_000);
      expect(await pixelsOf(png)).toMatchObject({ width: 1520, height: heightOf(one) * 2 });
    }
    expect(heightOf(many)).toBeGreaterThan(heightOf(trend()));
    expect(heightOf(trend({ categories: rows(...Array.from({ length: 40 }, (_, index) => `第${index}`)) }))).toBe(
      heightOf(trend({ categories: rows(...Array.from({ length: 12 }, (_, index) => `第${index}`)) })),
    );
  });

  it("shows more where there is more", async () => {
    const few = await pixelsOf(drawTrend(trend({ weeks: [{ name: "本周", collected: 2, solved: 1 }] })));
    const more = await pixelsOf(drawTrend(trend({ weeks: [{ name: "本周", collected: 2, solved: 2 }] })));
    expect(countOf(more, COLLECTED)).toBe(countOf(few, COLLECTED));
    expect(countOf(more, SOLVED)).toBeGreaterThan(countOf(few, SOLVED) + 1000);
  });

  it("draws Chinese: each character its own, and none as the box of one that the font lacks", async () => {
    const [power, water, lacking, lackingToo] = await Promise.all(["电", "水", "\uE001", "\uE002"].map(labelOf));
    expect(power).toContain("1");
    expect(power).not.toBe(water);
    // The control: what the font lacks looks the same whichever it is.
    expect(lacking).toBe(lackingToo);
    expect([power, water]).not.toContain(lacking);
  });

  it("draws in its own font, not in one that the machine happens to have", () => {
    drawTrend(trend());
    const inFont = (font: string) => {
      const canvas = createCanvas(80, 80);
      const context = canvas.getContext("2d");
      context.font = `60px "${font}"`;
      context.fillText("电", 8, 62);
      return canvas.toBuffer("image/png").toString("base64");
    };
    expect(inFont(OWN_FONT)).not.toBe(inFont("No Such Font"));
    expect(inFont("No Such Font")).toBe(inFont("Another That Is Not There"));
  });

  it("says that there is nothing yet instead of showing empty axes alone", async () => {
    const nothing = trend({
      weeks: WEEKS.map((name) => ({ name, collected: 0, solved: 0 })),
      categories: [{ name: "用电", collected: 0, solved: 0 }],
    });
    const empty = await pixelsOf(drawTrend(nothing));
    // The stripe and the legend have the colours; no bar has.
    expect(countOf(empty, SOLVED)).toBeLessThan(1000);
    expect(countOf(empty, INK)).toBeGreaterThan(1000);
    const middle = { ...empty, height: empty.height - 40, at: (x: number, y: number) => empty.at(x, y) };
    let dark = 0;
    for (let y = middle.height - 250; y < middle.height; y++) {
      for (let x = 700; x < 900; x++) if ((middle.at(x, y)[0] ?? 255) < 160) dark++;
    }
    expect(dark).toBeGreaterThan(200);
  });
});
