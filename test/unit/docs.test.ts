import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG_NAMES } from "../../src/config.ts";
import { DEFAULT_LIMITS } from "../../src/domain/park/limits.ts";
import { LADDER_STEPS } from "../../src/domain/park/org.ts";
import { loadOrg } from "../../src/org/load.ts";
import { COMMANDS } from "../support/commands.ts";
import { fencesOf, found, headingsOf, PAGES, READMES, ROOT, read, unique } from "../support/pages.ts";

/** Names that are not Chaxu's own: Docker's, the tests', the system's, the operator's. */
const OTHER_NAMES = [
  "POSTGRES_PASSWORD",
  "TEST_DATABASE_URL",
  "LC_ALL",
  "LC_MESSAGES",
  "HTTPS_PROXY",
  "NO_PROXY",
  "RESTORED_URL",
  "CHAOS_MINUTES",
  "GROWTH",
  "GROWTH_OF",
  "CHAOS_SEED",
];

/** As the repository hosts make it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("links only to what is there", () => {
    const links = found(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !headingsOf(read(target)).some(({ title }) => anchorOf(title) === anchor);
    });
    expect(broken).toEqual([]);
  });

  it("names only files that are there", () => {
    const paths = unique([
      ...found(text, /`((?:src|test|docs|drizzle|\.ci)\/[\w./-]+)`/g),
      ...found(text, /`([\w.-]+\.(?:ya?ml|md|json|example|ts))`/g).filter((path) => path !== "org.yaml"),
    ]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const started = unique(found(text, /\bnode dist\/([\w/-]+)\.js\b/g));
    expect(started.filter((path) => !existsSync(join(ROOT, `src/${path}.ts`)))).toEqual([]);
  });

  it("gives only commands that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const own = ["ci", "config", ...Object.keys(scripts)];
    const run = unique(found(text, /\bnpm (?:run )?([a-z][\w:-]*)/g));
    expect(run.filter((name) => !own.includes(name))).toEqual([]);
    const needRun = unique(found(text, /\bnpm ([a-z][\w:-]*)/g));
    expect(needRun.filter((name) => !["ci", "config", "run", "start", "test"].includes(name))).toEqual([]);
  });

  it("names only settings that the program knows", () => {
    const operators = found(text, /\$\{([A-Z][A-Z0-9_]*)\}/g);
    const known = new Set([...CONFIG_NAMES, ...OTHER_NAMES, ...operators]);
    const named = [
      ...found(text, /(?<![\w$])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?![\w])/g),
      ...found(text, /(?<![\w$?&{])([A-Z][A-Z0-9]+)=/g),
    ];
    expect(unique(named).filter((name) => !known.has(name) && !name.endsWith("_"))).toEqual([]);
  });

  it("has no path of somebody's machine", () => {
    expect(found(text, /(\/(?:home|Users|root|work|tmp|mnt)\/\S*)/g)).toEqual([]);
  });

  it("says what its YAML is for the reader to copy, and the YAML is right", () => {
    const examples = fencesOf(text).filter(({ language }) => language === "yaml");
    const small = fencesOf(read("README.md")).find(({ language }) => language === "yaml")?.code ?? "";
    for (const { code } of examples) {
      if (code.startsWith("services:")) continue;
      const whole = code.startsWith("park:") ? code : small + code;
      const env = { QIYE_WEBHOOK: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a" };
      expect(loadOrg(whole, env)).toMatchObject({ org: { park: { name: "永州经开区" } }, warnings: [] });
    }
  });
});

describe("the two READMEs", () => {
  const [english, chinese] = READMES.map(read) as [string, string];

  it("have the same headings in the same order", () => {
    const levels = (text: string) => headingsOf(text).map(({ level }) => level);
    expect(levels(chinese)).toEqual(levels(english));
    expect(levels(english).length).toBeGreaterThan(10);
  });

  it("have the same commands, examples and links in the same order", () => {
    const fences = (text: string) => fencesOf(text).map(({ language, code }) => [language, code.replace(/^ +/gm, "")]);
    expect(fences(chinese)).toEqual(fences(english));
    const plain = (link: string) => link.replace("docs/zh-CN/", "docs/");
    const links = (text: string) =>
      unique(
        found(text, /\]\(([^)#\s]+)\)/g)
          .filter((link) => !/^README/.test(link))
          .map(plain),
      );
    expect(links(chinese)).toEqual(links(english));
  });

  it.each(COMMANDS.map((spec) => [spec.usage, spec] as const))("teach «%s», with all its words", (usage, spec) => {
    for (const readme of [english, chinese]) {
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${usage}\` |`)) ?? "";
      expect(row).toContain(`\`${spec.english}\``);
      for (const word of spec.words) expect(row).toContain(word);
    }
  });

  it("teach no command that there is not", () => {
    const usages = new Set(COMMANDS.map((spec) => spec.usage));
    for (const readme of [english, chinese]) {
      const taught = found(readme, /^\| `([^`]+)` \| `/gm);
      expect(taught.filter((usage) => !usages.has(usage))).toEqual([]);
      expect(taught).toHaveLength(COMMANDS.length);
    }
  });
});

describe("the pages in docs", () => {
  it("name every metric there is, and no other", () => {
    const source = read("src/web/metrics.ts");
    expect(unique(found(read("docs/operations.md"), /\b(chaxu_[a-z_]+)/g))).toEqual(
      unique(found(source, /"(chaxu_[a-z_]+)"/g)),
    );
  });

  it("tell the limits that hold when the org file says nothing", () => {
    const rows = Object.entries(DEFAULT_LIMITS).map(
      ([clock, { urgent, normal, complex }]) => [clock, `| ${urgent} | ${normal} | ${complex} |`] as const,
    );
    const lines = read("docs/org-file.md").split("\n");
    for (const [clock, limits] of rows) {
      expect(lines.find((line) => line.startsWith(`| \`${clock}\` |`))).toMatch(limits);
    }
  });

  it("tell every step of the ladder, and no other", () => {
    const [ladder = ""] = read("docs/reminders.md").split("\n## The park's own ladder");
    expect(found(ladder, /^\| `([a-z-]+)` \|/gm)).toEqual([...LADDER_STEPS]);
  });

  it("are all linked from both READMEs or from each other", () => {
    const linked = [...READMES, "docs/org-file.md"].flatMap((page) =>
      found(read(page), /\]\(([^)#\s]+\.md)[^)]*\)/g).map((link) => resolve(ROOT, dirname(page), link)),
    );
    const pages = PAGES.filter((page) => page.startsWith("docs/")).map((page) => join(ROOT, page));
    expect(pages.filter((page) => !linked.includes(page))).toEqual([]);
  });
});
