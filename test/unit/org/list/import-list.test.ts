import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre";
import { describe, expect, it } from "vitest";
import { archiveProblem } from "../../../../src/org/list/archive.ts";
import { MOST_ROWS } from "../../../../src/org/list/workbook.ts";
import { excelOf, imported, mistakesIn, orgOf } from "../../../support/list.ts";

const PARK = [["园区名称"], ["永州经开区"]];
const UNITS = [
  ["名称", "简称", "级别", "对口部门", "主要职责"],
  ["经济发展局", "经发局、经济局", "园区", null, "负责工业运行、项目申报"],
  ["供电公司", null, "市级", "经发局"],
];
const PEOPLE = ["姓名", "角色", "单位/企业", "手机", "企业微信账号", "钉钉 userId"];
const CHATS = ["名称", "平台", "用途", "单位", "群编号", "webhook", "加签密钥"];
const HOOK = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=invented";

describe("a list that is filled in", () => {
  it("becomes an org file: names become codes, words values, and several names in a cell are divided", async () => {
    const { org, text } = await orgOf({
      园区: [
        ["园区名称", "上班时间"],
        ["永州经开区", "8：30至12：00，14:30～17:30"],
      ],
      单位: UNITS,
      诉求类别: [
        ["类别", "责任单位", "关键词", "答复天数"],
        ["用电", "供电公司", "停电，跳闸；增容", 5],
      ],
      企业: [["企业名称", "简称"], ["湖南中塑科技有限公司", "中塑科技"], ["ACME Motors"]],
      人员: [
        PEOPLE,
        ["周长友", "企业联络员", "中塑科技", 13800001111, null, null],
        [" 王　建国 ", "负责人", "供电公司", "０７４６－８８８ ０００１", null, "0254571"],
        ["李敏", "营商办", null, null, "limin", null],
        ["赵长河", "leader"],
      ],
      群: [
        CHATS,
        ["园区企业群", "企业微信", "企业群", null, "wrkA", HOOK],
        ["供电群", "钉钉", "部门群", "供电公司", "cidB=="],
      ],
      汇报: [
        ["群", "种类", "时间"],
        ["园区企业群", "企业群周报", "每周五 17:00"],
        ["供电群", "部门日报", "工作日 8:30"],
        [null, "营商办日报", "每天 17:30"],
      ],
    });
    expect(text).toContain("people:\n  - { name: 周长友,");
    expect(org.park.workingHours).toEqual(["08:30-12:00", "14:30-17:30"]);
    expect(org.departments).toEqual([
      {
        code: "d1",
        name: "经济发展局",
        aliases: ["经发局", "经济局"],
        level: "park",
        duties: "负责工业运行、项目申报",
      },
      { code: "d2", name: "供电公司", aliases: [], level: "city", trackedBy: "d1" },
    ]);
    expect(org.categories).toMatchObject([
      { code: "c1", name: "用电", department: "d2", keywords: ["停电", "跳闸", "增容"], answerDays: 5 },
    ]);
    expect(org.enterprises.map((one) => one.code)).toEqual(["e1", "acme-motors"]);
    expect(org.people).toEqual([
      { name: "周长友", role: "liaison", enterprise: "e1", phone: "13800001111" },
      { name: "王 建国", role: "head", department: "d2", phone: "0746-888 0001", dingtalk: "0254571" },
      { name: "李敏", role: "coordinator", wecom: "limin" },
      { name: "赵长河", role: "leader" },
    ]);
    expect(org.chats).toMatchObject([
      { code: "g1", platform: "wecom", chatId: "wrkA", audience: "enterprise", webhook: HOOK },
      { code: "g2", platform: "dingtalk", chatId: "cidB==", audience: "department", department: "d2" },
    ]);
    expect(org.digests.map((one) => [one.chat, one.cron])).toEqual([
      ["g1", "0 17 * * 5"],
      ["g2", "30 8 * * 1-5"],
      [undefined, "30 17 * * *"],
    ]);
  });

  it("is understood wherever its columns stand, under a title, in English, and with rows left blank", async () => {
    const { org, notes } = await orgOf({
      park: [["name"], ["Yongzhou"]],
      Departments: [["A list of ours"], [], ["code", "name"], [], ["power", "Power Company"], [null, null]],
      people: [
        ["dingtalk", "unit", "name", "role", "remark"],
        ["0254571", "Power Company", "Wang", "head", "x"],
      ],
    });
    expect(org.people).toEqual([{ name: "Wang", role: "head", department: "power", dingtalk: "0254571" }]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^people!E1: the column "remark" is not known and was left out; known are: name, role, unit/u,
      ),
    ]);
  });

  it("takes the value of cells joined downwards for each row, and those joined across for a title", async () => {
    const rows = [PEOPLE.slice(0, 3), ["一、供电公司"], ["王建国", "负责人", "供电公司"], ["刘洋", "经办人", null]];
    const merges = [
      { startRow: 1, startCol: 0, endRow: 1, endCol: 2 },
      { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
    ];
    const { org, notes } = await orgOf({ 园区: PARK, 单位: UNITS, 人员: rows }, undefined, { 人员: merges });
    expect(org.people.map((one) => one.department)).toEqual(["d2", "d2"]);
    expect(notes).toEqual(["人员!A2：合并的单元格当作小标题，这一行没有导入"]);
  });

  it("leaves a group out for now whose id is not known, with its digest, and says how to learn it", async () => {
    const { org, notes } = await orgOf({
      园区: PARK,
      群: [CHATS, ["园区企业群", "企业微信", "企业群"]],
      汇报: [
        ["群", "种类", "时间"],
        ["园区企业群", "企业群周报", "每周五 17:00"],
      ],
    });
    expect([org.chats, org.digests]).toEqual([[], []]);
    expect(notes).toEqual([
      "群!E2：缺少群编号，这个群没有导入：把机器人拉进群并 @ 它，它会回复群编号",
      "汇报!A2：这个群没有导入，它的汇报也没有导入",
    ]);
  });

  it("says of a telephone number that Excel made a number of, and that is no mobile one, that a 0 may be lost", async () => {
    const people = [PEOPLE, ["周长友", "领导", null, 7468880001], ["吴晓燕", "领导", null, 13800001111]];
    const { notes } = await orgOf({ 园区: PARK, 人员: people });
    expect(notes).toEqual([expect.stringContaining("人员!D2：电话成了数字，区号前面的 0 可能已经丢失")]);
  });
});

describe("a list that goes into an org file", () => {
  const FILE = `# our park
park: { name: 永州经开区 } # as on the door
departments:
  - { code: power, name: 供电公司, aliases: [国网永州供电], level: park } # by telephone
people:
  # the office
  - { name: 李敏, role: coordinator, wecom: limin, phone: "668001" }
  - { name: 王建国, role: head, department: power }
chats:
  - code: qiye
    platform: wecom
    chatId: wrkA
    name: 园区企业群
    audience: enterprise
    webhook: "\${QIYE_WEBHOOK}"
policy: { limits: { sign: { urgent: 30m } } }
`;
  const env = { QIYE_WEBHOOK: HOOK };

  it("changes what it says and no more: comments, codes, other fields and entries stay as they are written", async () => {
    const sheets = {
      单位: [["名称", "简称"], ["国网永州供电", "供电局"], ["自来水公司"]],
      人员: [PEOPLE, ["王建国", "经办人", "供电公司", "668002", null, "0254571"]],
      群: [CHATS, ["园区企业群", "企业微信", "企业群", null, "wrkA", HOOK]],
    };
    const result = await imported(await excelOf(sheets), FILE, env);
    if (!("text" in result)) throw new Error(JSON.stringify(result));
    expect(result.changes).toEqual([
      "changed department power: aliases",
      "added department d1 自来水公司",
      "changed person 王建国: role, dingtalk, phone",
    ]);
    const kept = FILE.split("\n").filter((line) => !/国网永州供电|王建国/u.test(line));
    const lines = result.text.split("\n");
    expect(kept.filter((line) => !lines.includes(line))).toEqual([]);
    expect(result.text).toContain("aliases: [ 国网永州供电, 供电局 ], level: park } # by telephone");
    expect(result.text).toContain(
      '- { name: 王建国, role: officer, department: power, phone: "668002", dingtalk: "0254571" }',
    );
    // The same list once more changes nothing.
    const again = await imported(await excelOf(sheets), result.text, env);
    expect(again).toMatchObject({ changes: [], text: result.text });
  });

  it("takes the unit away from who has a role without one", async () => {
    const result = await imported(await excelOf({ 人员: [PEOPLE, ["王建国", "领导"]] }), FILE, env);
    expect(result).toMatchObject({ org: { people: [{}, { name: "王建国", role: "leader" }] } });
    expect("org" in result && result.org.people[1]).not.toHaveProperty("department");
  });
});

describe("what is wrong in a list", () => {
  it("is said cell by cell, all at once, in the language of its headings", async () => {
    const mistakes = await mistakesIn({
      单位: [["名称", "级别", "代码"], ["供电公司", "省级", "Dian Li"], ["供电公司"]],
      人员: [
        PEOPLE,
        ["周长友", "联系人", "某某公司"],
        ["王建国", "负责人", "供电公习", "12"],
        ["王建国", "负责人", "供电公司"],
        ["刘洋", "经办人"],
        [null, "经办人", "供电公司"],
        ["李敏", "协调员", null, null, 254571, true],
      ],
      群: [
        CHATS,
        ["督办群", "微信", "督办群", null, "wrkC"],
        ["企业群", "企业微信", "企业群", null, "wrkD", "http://nowhere.example/hook"],
      ],
      汇报: [
        ["群", "种类", "时间"],
        ["督办群", "督办周报", "下午三点"],
      ],
    });
    expect(mistakes.toSorted()).toEqual(
      [
        "园区!A2：缺少园区名称",
        "单位!B2：级别“省级”不认识，可填：园区、市级",
        "单位!C2：“Dian Li”不能作代码：只能用小写字母 a-z、数字和“-”",
        "单位!A3：“供电公司”与 A2 相同，只能留一行",
        "人员!B2：角色“联系人”不认识，可填：企业联络员、经办人、负责人、协调员、领导、管理员",
        "人员!C3：在“单位”表和机构文件里都没有“供电公习”，是不是“供电公司”？",
        "人员!D3：“12”不是电话号码：写 5 到 18 位数字，中间可以有空格或“-”",
        "人员!A4：“王建国”与 A3 相同：姓名不能重复，请加以区分，例如“王伟（供电）”",
        "人员!C5：缺少单位/企业：要写“单位”表里的名称",
        "人员!A6：缺少姓名",
        "人员!E7：账号成了数字，前面的 0 和后面的几位可能已经丢失：把单元格格式设为“文本”后重新填写",
        "人员!F7：是日期、小数或是非值：把单元格格式设为“文本”后重新填写",
        "群!B2：平台“微信”不认识，可填：企业微信、钉钉",
        "群!F3：不是这个平台给出的 webhook 地址：从群机器人的设置里整条复制",
        "汇报!C2：“下午三点”不是时间：写“每周五 17:00”“每天 08:30”“工作日 08:30”，或五段 cron",
      ].toSorted(),
    );
  });

  it("names a column that is missing, or there twice, and what else there may be", async () => {
    const mistakes = await mistakesIn({ 园区: PARK, 人员: [["姓名", "单位", "部门", "手机"], ["李敏"]] });
    expect(mistakes).toEqual([
      "人员：缺少列“角色”；表头可以有：姓名、角色、单位/企业、手机、企业微信账号、钉钉 userId",
      "人员!C1：列“部门”与前面的一列是同一项，只能留一列",
    ]);
    expect(
      await mistakesIn({
        园区: PARK,
        人员: [
          ["甲", "乙"],
          ["李敏", "1"],
        ],
      }),
    ).toEqual(["人员：没有找到表头；表头可以有：姓名、角色、单位/企业、手机、企业微信账号、钉钉 userId"]);
    expect(await mistakesIn({ Sheet1: [["name"], ["x"]] })).toContainEqual(
      "there is no sheet of a known name; there may be: park, departments, categories, enterprises, people, chats, digests",
    );
  });

  it("is said at its cell, too, where only the check of the whole org file finds it", async () => {
    const chats = [CHATS, ["督办群", "企业微信", "督办群", null, "wrkC", "http://nowhere.example/hook"]];
    const [only, ...more] = await mistakesIn({ 园区: PARK, 群: chats });
    expect(only).toMatch(/^群!F2：不是这个平台给出的 webhook 地址/u);
    expect(only).not.toContain("nowhere");
    const named = [CHATS, ["督办群", "企业微信", "督办群", null, "wrkC", "${DUBAN_WEBHOOK}"]];
    expect(await mistakesIn({ 园区: PARK, 群: named })).toEqual([
      "群!F2：环境变量 DUBAN_WEBHOOK 还没有设置：请先写进 .env",
    ]);
    expect(more).toEqual([]);
  });

  it("is an error of Excel's, and a formula without a result", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "园区", rows: PARK },
        {
          name: "人员",
          rows: [PEOPLE, ["李敏", "领导", null, "", null, null]],
          cells: new Map([["1,3", { type: "formula" as const, formula: "B9", value: null }]]),
        },
      ],
    });
    expect(await imported(Buffer.from(bytes))).toEqual({
      mistakes: [expect.any(String), "人员!D2：是错误值或没有算出结果的公式：请直接写值"],
    });
  });
});

describe("a file that is no list", () => {
  const problemOf = async (bytes: Buffer) => {
    const result = await imported(bytes);
    return "problem" in result ? result.problem.kind : result;
  };

  it("is refused for what it is: csv, old Excel, with a password, cut off, or something else in a zip archive", async () => {
    expect(await problemOf(Buffer.from("姓名,角色\n李敏,协调员\n"))).toBe("no-excel");
    expect(await problemOf(Buffer.alloc(0))).toBe("no-excel");
    const container = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1_000)]);
    expect(await problemOf(container)).toBe("old-excel");
    const locked = await writeXlsx({ sheets: [{ name: "a", rows: [] }], encryption: { password: "x", spinCount: 1 } });
    expect(await problemOf(Buffer.from(locked))).toBe("password");
    const good = await excelOf({ 园区: PARK });
    expect(await problemOf(good.subarray(0, good.length - 40))).toBe("damaged");
    expect(await problemOf(zipOf("hello.txt", Buffer.from("hello")))).toBe("damaged");
  });

  it("is refused before it is opened when it unpacks to too much, whether it says so or not", async () => {
    const zeros = Buffer.alloc(21 * 1024 * 1024);
    expect(await problemOf(zipOf("xl/workbook.xml", zeros))).toBe("inflated");
    expect(archiveProblem(zipOf("xl/workbook.xml", zeros, 0))).toEqual({ kind: "damaged" });
    // One that says less than it becomes is opened no further than it says.
    expect(archiveProblem(zipOf("[Content_Types].xml", zeros, 10))).toBeNull();
    expect(await problemOf(zipOf("[Content_Types].xml", zeros, 10))).toBe("damaged");
    expect(await problemOf(Buffer.alloc(11 * 1024 * 1024))).toBe("too-large");
  });

  it("is refused when a sheet has more rows than any list, wherever the last of them stands", async () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, (_, index) => [`人${index}`, "领导"]);
    expect(await problemOf(await excelOf({ 人员: [["姓名", "角色"], ...rows] }))).toBe("too-many-rows");
  });
});

/** An archive of one file. `says`: the size that it is said to have. */
function zipOf(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  for (const [header, at] of [
    [local, 8],
    [central, 10],
  ] as const)
    header.writeUInt16LE(8, at);
  for (const [header, at] of [
    [local, 18],
    [central, 20],
  ] as const) {
    header.writeUInt32LE(packed.length, at);
    header.writeUInt32LE(says, at + 4);
    header.writeUInt16LE(name.length, at + 8);
  }
  const start = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(start.length, 16);
  return Buffer.concat([start, central, Buffer.from(name), end]);
}
