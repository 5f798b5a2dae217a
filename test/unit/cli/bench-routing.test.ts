import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { benchRouting } from "../../../src/cli/bench-routing.ts";
import { examplesOf } from "../../support/routing.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chaxu-routing-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"));
  return path;
}

async function bench(...words: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const code = await benchRouting({ words, env: {}, say, complain: say });
  return { code, said };
}

const LINES = examplesOf(12).map(({ unit, text }) => ({ label: unit, title: null, text }));
const TREE = [
  "level1,level2,level3",
  "power,电力供应,用电报装",
  'water,供水,"水费,水价"',
  "school,学校,招生",
  "other,其他,",
];

describe("bench:routing", () => {
  it("prints what it measures, and as JSON in its last line", async () => {
    const train = await file("train.jsonl", LINES);
    const test = await file("test.jsonl", [
      { label: "power", title: "又跳闸", text: "夜里机器停了" },
      { label: "water", text: "三楼水压太低" },
      { label: "school", title: null, text: "小孩上学的名额" },
    ]);
    const duties = await file("tree.csv", TREE);
    const similar = await file("similar.jsonl", [
      { issue: "雨棚", member: 1, title: "公交站没有雨棚", detail: "下雨没处躲，公交站要雨棚" },
      { issue: "雨棚", member: 1, title: "请给公交站装雨棚", detail: "下雨天等车没处躲" },
      { issue: "雨棚", member: 0, title: "公交班次太少", detail: "等车要四十分钟" },
    ]);
    const { code, said } = await bench(
      "--train",
      train,
      "--test",
      test,
      "--duties",
      duties,
      "--similar",
      similar,
      "--json",
    );
    expect(code).toBe(0);
    const figures = JSON.parse(said.at(-1) ?? "");
    expect(figures).toMatchObject({ accuracy: 1, macroF1: 1, top2: 1, coverageAt96: 1, similar: { auc: 1 } });
    expect(Object.keys(figures.coldStart)).toEqual(["0", "10", "30", "100"]);
    expect(figures.coldStart["0"]).toBeGreaterThan(0.5);
    expect(figures.msPerMessage).toBeGreaterThan(0);
    expect(figures.bytes).toBeGreaterThan(1000);
    const split = await bench("--split", train);
    expect([split.code, split.said[0]]).toEqual([0, expect.stringMatching(/^accuracy [\d.]+ %, macro-F1/)]);
  });

  it("says what is wrong with its words and files", async () => {
    const bad = await file("bad.jsonl", [LINES[0], "{"]);
    for (const words of [
      [],
      ["--train", "a"],
      ["--train", "a", "--test"],
      ["--split", "a", "--test", "b"],
      ["--x", "y"],
    ])
      expect((await bench(...words)).code, words.join(" ")).toBe(2);
    await expect(bench("--split", bad)).rejects.toThrow(/Line 2 of .*bad\.jsonl/);
    await expect(bench("--split", join(folder, "none.jsonl"))).rejects.toThrow("cannot be read");
  });
});
