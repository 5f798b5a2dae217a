import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { org } from "../../src/cli/org.ts";
import { readWorkbook } from "../../src/org/list/workbook.ts";
import { loadOrg } from "../../src/org/load.ts";
import { excelOf } from "../support/list.ts";

let folder: string;
let before: string;

beforeEach(async () => {
  before = process.cwd();
  folder = await mkdtemp(join(tmpdir(), "chaxu-list-"));
  process.chdir(folder);
});

afterEach(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

async function run(...words: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const env = { LANG: "C.UTF-8" };
  const code = await org({ words, env, say: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const LIST = {
  园区: [["园区名称"], ["永州经开区"]],
  人员: [
    ["姓名", "角色", "手机"],
    ["李敏", "协调员", "0746-8880001"],
  ],
};

describe("npm run org -- template", () => {
  it("writes a list whose examples are passed over, and never one over another unless it is forced to", async () => {
    expect(await run("template", "list.xlsx")).toMatchObject({
      code: 0,
      said: expect.stringContaining("import list.xlsx"),
    });
    const written = await readWorkbook(await readFile("list.xlsx"));
    if ("problem" in written) throw new Error(written.problem.kind);
    expect(written.sheets.map((one) => one.name)).toEqual([..."说明 园区 单位 诉求类别 企业 人员 群 汇报".split(" ")]);
    expect(await run("import", "list.xlsx")).toMatchObject({
      code: 1,
      complained: expect.stringContaining("缺少园区名称"),
    });
    await writeFile("list.xlsx", "filled in meanwhile");
    expect(await run("template", "list.xlsx")).toMatchObject({
      code: 1,
      complained: expect.stringContaining("--force"),
    });
    expect(await readFile("list.xlsx", "utf8")).toBe("filled in meanwhile");
    expect(await run("template", "list.xlsx", "--force")).toMatchObject({ code: 0 });
    expect(await run("template", "list.csv")).toMatchObject({ code: 1, complained: expect.stringContaining(".xlsx") });
    expect(await run("template", "nowhere/list.xlsx").catch(String)).toContain("cannot be written (ENOENT)");
  });
});

describe("npm run org -- import", () => {
  it("makes org.yaml of a list, and puts a list into one that is there only when it is told to", async () => {
    await writeFile("list.xlsx", await excelOf(LIST));
    const first = await run("import", "list.xlsx");
    expect(first).toMatchObject({ code: 0, complained: "" });
    expect(first.said).toContain("org.yaml is written:\n  added person 李敏");
    expect(first.said).toMatch(/^Note: line \d+, people\[0\]: has neither wecom nor dingtalk/m);
    expect(loadOrg(await readFile("org.yaml", "utf8"), {})).toMatchObject({
      org: { people: [{ phone: "0746-8880001" }] },
    });
    expect(await run("import", "list.xlsx")).toMatchObject({
      code: 1,
      complained: expect.stringContaining("--into org.yaml"),
    });
    const more = { 人员: [...LIST.人员, ["赵长河", "领导", null]] };
    await writeFile("list.xlsx", await excelOf(more));
    expect((await run("import", "list.xlsx", "--into", "org.yaml")).said).toContain("added person 赵长河");
    expect((await run("import", "list.xlsx", "--into", "org.yaml")).said).toContain("nothing changed");
    await writeFile("list.xlsx", await excelOf(LIST));
    expect(await run("import", "list.xlsx", "--into", "second.yaml")).toMatchObject({ code: 0 });
    expect((await readdir(".")).toSorted()).toEqual(["list.xlsx", "org.yaml", "second.yaml"]);
  });

  it("writes nothing when something is wrong with the list, or with the file it goes into", async () => {
    await writeFile(
      "list.xlsx",
      await excelOf({
        ...LIST,
        群: [
          ["名称", "平台", "用途"],
          ["群", "微信", "企业群"],
        ],
      }),
    );
    expect(await run("import", "list.xlsx")).toEqual({
      code: 1,
      said: "",
      complained: "名单有 1 处要改，没有写任何文件：\n群!B2：平台“微信”不认识，可填：企业微信、钉钉",
    });
    await writeFile("org.yaml", "park: { name: 永州经开区 }\npeople: 5\n");
    const refused = await run("import", "list.xlsx", "--into", "org.yaml");
    expect(refused.complained).toMatch(
      /^org\.yaml has 1 error; mend it before a list goes into it:\n {2}line 2, people:/u,
    );
    await writeFile("list.xlsx", "姓名,角色\n");
    expect((await run("import", "list.xlsx", "--into", "new.yaml")).complained).toMatch(
      /^list\.xlsx is no \.xlsx file/u,
    );
    expect(await run("import", "nothing.xlsx", "--into", "new.yaml").catch(String)).toContain(
      "cannot be read (ENOENT)",
    );
    expect(await readdir(".")).toEqual(["list.xlsx", "org.yaml"]);
  });

  it("says all of it in Chinese where that is asked for, whatever the language of the list", async () => {
    const zh = (...words: readonly string[]) => run("import", ...words, "--lang", "zh");
    await writeFile("empty.xlsx", await excelOf({ Sheet1: [] }));
    expect(await zh("empty.xlsx")).toEqual({
      code: 1,
      said: "",
      complained:
        "名单有 2 处要改，没有写任何文件：\n没有认识的工作表；可以有：园区、单位、诉求类别、企业、人员、群、汇报\n园区!A2：缺少园区名称",
    });
    const english = {
      park: [["name"], ["Park"]],
      people: [
        ["name", "role"],
        ["Wang", "boss"],
      ],
    };
    await writeFile("english.xlsx", await excelOf(english));
    expect((await zh("english.xlsx")).complained).toContain("people!B2：角色“boss”不认识，可填：企业联络员");
    await writeFile("list.xlsx", await excelOf(LIST));
    const made = await zh("list.xlsx");
    expect(made).toMatchObject({ code: 0, complained: "" });
    expect(made.said).toMatch(/^提示：第 \d+ 行，people\[0\]：没有任何平台的账号/m);
    expect(made.said).toContain("已写入 org.yaml：\n  新增人员 李敏\n下一步：运行 npm run org -- apply org.yaml");
    expect((await zh("list.xlsx", "--into", "org.yaml")).said).toContain("org.yaml 里已经都有了，没有变化。");
    expect((await zh("list.xlsx")).complained).toMatch(/^org\.yaml 已经有了：加 --into org\.yaml/);
    await writeFile("list.xlsx", "姓名,角色\n");
    expect((await zh("list.xlsx", "--into", "new.yaml")).complained).toBe(
      "list.xlsx 其实不是 .xlsx 文件：请用 Excel 或 WPS 打开，另存为 .xlsx",
    );
    expect((await run("template", "a.csv", "--lang=zh")).complained).toContain("文件名要以 .xlsx 结尾");
    expect((await run("template", "a.xlsx", "--lang=zh")).said).toMatch(/^空名单已生成：a\.xlsx。/);
  });

  it("says how it is used when the words are others", async () => {
    const wrong = [
      ["import"],
      ["import", "a.xlsx", "b.xlsx"],
      ["import", "a.xlsx", "--into"],
      ["import", "a", "--onto", "b"],
      ["check", "a", "--force"],
    ];
    for (const words of wrong) expect(await run(...words)).toMatchObject({ code: 2, said: "" });
  });
});
