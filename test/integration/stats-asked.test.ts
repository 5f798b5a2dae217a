import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showStats } from "../../src/features/reports/stats.ts";
import type { Block } from "../../src/messages/card.ts";
import { conversation } from "../support/conversation.ts";
import { freshDatabase } from "../support/databases.ts";
import { COMPANY, COORDINATOR, LEAD, LEADER, on, parkOf } from "../support/domain.ts";
import { openStore } from "../support/store.ts";

/** Nothing can be sent to a person: the answer has to hold the link. */
const UNREACHED = parkOf({}, []);
const NOW = on("11-18 10:00");
const READER = conversation(COORDINATOR, UNREACHED, NOW).reader;

let store: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  store = await openStore(await freshDatabase("embedded"));
});
afterAll(() => store.close());

/** The same conversation with a ledger, which is empty. */
function asked(now: Date) {
  const one = conversation(COORDINATOR, UNREACHED, now);
  return { ...one, ctx: { ...one.ctx, db: store.db } };
}

const wordsOf = (blocks: readonly Block[]) => blocks.map((block) => ("text" in block ? block.text : "")).join("|");

async function ask(text: string, more: Partial<ReturnType<typeof conversation>> = {}): Promise<string> {
  const links: string[] = [];
  const linkTo: ReturnType<typeof conversation>["linkTo"] = (what) => {
    links.push(what.kind === "trend" ? `trend ${what.to}` : "month" in what ? `${what.kind} ${what.month}` : what.kind);
    return "https://chaxu.example.gov.cn/files/x";
  };
  const reply = await showStats({ ...asked(NOW), linkTo, ...more }, text);
  return [...links, wordsOf(reply.card?.blocks ?? [])].join("|");
}

describe("a month report is asked for", () => {
  it.each([
    ["月报 2026-10", "2026-10"],
    ["月报２０２６－１０", "2026-10"],
    ["月报 2026年9月", "2026-09"],
    ["report 2026/10", "2026-10"],
    ["月报", "2026-10"],
    ["月报 上月", "2026-10"],
    ["月报 本月", "2026-11"],
    ["月报 11月", "2026-11"],
    ["月报 12月", "2025-12"],
  ])("as «%s» of %s", async (text, month) => {
    const report = "\\d{4}年\\d+月诉求办理月报";
    const kinds = `month-report ${month}\\|month-report-pdf ${month}\\|duty-list`;
    expect(await ask(text)).toMatch(
      new RegExp(`^${kinds}\\|${report}\\|点开下载\\|.*${report}（PDF）\\|.*责任清单`, "u"),
    );
  });

  it.each(["月报 2026-13", "月报 2026-00", "月报 0026-10", "月报 10", "月报 去年", "月报 2026-10-01"])(
    "as «%s», which gets a sentence",
    async (text) => {
      expect(await ask(text)).toBe("未能识别是哪个月的月报，请写成：统计 月报 2026-10");
    },
  );

  it("of a month that has not begun, which gets a sentence", async () => {
    expect(await ask("月报 2026-12")).toBe("该月尚未开始，没有月报。");
    expect(await ask("月报 2026-12", { ctx: asked(on("12-01 00:00")).ctx })).toContain("2026-12|");
  });

  it("by those alone who see every department's issues", async () => {
    expect(
      await ask("月报", { actor: LEAD, reader: READER.as({ kind: "department", department: "power" }) }),
    ).toContain("只发给督办群、营商办和园区领导");
    expect(await ask("月报", { actor: LEADER, reader: READER.as({ kind: "supervision" }) })).toContain("点开下载");
    expect(await ask("月报", { actor: COMPANY, reader: READER.as({ kind: "company", actor: COMPANY }) })).toContain(
      "供工作人员使用",
    );
    expect(await ask("月报", { reader: READER.as({ kind: "enterprise", chat: "qiye" }) })).toContain("不发到企业群");
  });
});

describe("the trend is asked for", () => {
  it.each(["图", "趋势图", "chart"])("as «%s»", async (text) => {
    expect(await ask(text)).toMatch(/^trend 2026-11-18T02:00:00\.000Z\|诉求趋势图，截至 11月18日 周三\|点开查看\|/u);
  });

  it("and a period that there is not gets a sentence with all there is", async () => {
    expect(await ask("去年")).toContain("统计 图、统计 月报 2026-10");
  });
});
