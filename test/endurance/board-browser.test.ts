import { readFile } from "node:fs/promises";
import axe from "axe-core";
import { readXlsx } from "hucre/xlsx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesIn } from "../../src/sandbox/sent-files.ts";
import { latestThemeDays } from "../../src/store/theme-days.ts";
import { EXECUTABLE, type Seen, seePark, Watched } from "../support/browser.ts";
import type { Park } from "../support/park.ts";
import { told, variant } from "../support/told.ts";

/** The pages that are looked at by who sees them, in short one of each make. */
const PAGES = told({
  short: {
    office: ["/", "/issues/1"],
    admin: ["/admin/policy"],
    company: ["/issues"],
  },
  full: {
    office: [
      ...["/", "/issues", "/issues?state=strange", "/issues/1", "/todo", "/wall", "/reports"],
      ...["/deliveries", "/theme-days", "/theme-days/LAST", "/common", "/routing"],
    ],
    admin: [
      ...["/admin", "/admin/people", "/admin/people?is=王建国", "/admin/chats", "/admin/digests", "/admin/policy"],
      ...["/admin/departments", "/admin/categories", "/admin/companies"],
    ],
    company: ["/issues", "/issues/1", "/todo", "/theme-days"],
  },
});

/** What is looked at on a phone in the long form alone. */
const NARROW = [
  ...["/", "/issues", "/issues/1", "/todo", "/wall", "/reports", "/deliveries", "/theme-days", "/theme-days/LAST"],
  ...["/admin", "/admin/people", "/admin/policy", "/common", "/routing"],
];

/** What the accessibility check finds wrong. */
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Without a browser on the machine there is nothing to look with; `.ci/run` installs one. */
describe.skipIf(EXECUTABLE === undefined)("the board in a real browser", () => {
  let seen: Seen;
  let park: Park;
  let page: Page;
  const watched = new Watched();

  beforeAll(async () => {
    seen = await seePark("2026-11-16T09:00:00+08:00");
    park = seen.park;
    await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次，影响交货");
    await park.say("唐志强", "qiye-dingtalk", "诉求 紧急 厂门口路面塌陷，货车进不来");
    await park.say("周长友", "qiye", "诉求 厂区污水管网堵塞返水已经三天，请尽快处理，影响生产，员工食堂无法使用");
    await park.at("2026-11-24T09:00:00+08:00");
  });

  afterAll(() => seen.close());

  /** Opens a page of the board; LAST stands for the latest theme day. */
  async function open(path: string): Promise<void> {
    const [last] = await latestThemeDays(park.app.db, 1);
    await page.goto(`${park.app.url}${path.replace("LAST", String(last?.id))}`);
  }

  /** A window of this size in which somebody has signed in by choosing his name. */
  async function enter(person: string, width: number, height: number, scripts = true): Promise<Page> {
    const context = await seen.browser.newContext({ viewport: { width, height }, javaScriptEnabled: scripts });
    page = await context.newPage();
    watched.page(page, park.app.url);
    await page.goto(`${park.app.url}/login`);
    await page.getByLabel("以谁的身份进入").selectOption(person);
    await page.getByRole("button", { name: "进入" }).click();
    return page;
  }

  /** Whatever keeps somebody from reading or using the page. */
  async function barriers(): Promise<readonly string[]> {
    // Past the policy of the page, which lets no script in.
    const found = await page.evaluate(`${axe.source}; axe.run().then(({ violations }) => violations)`);
    return (found as readonly Violation[]).map(
      ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
    );
  }

  it("lets an official find, sign and answer an issue with the keyboard and the mouse, on an office screen", async () => {
    await enter("王建国", 1366, 768);
    await page.getByRole("link", { name: "诉求" }).click();
    await page.getByLabel("字词").fill("停电");
    await page.keyboard.press("Enter");
    await page.getByText("共 1 件").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "导出 Excel" }).click(),
    ]);
    await page.getByText(`已导出：${download.suggestedFilename()}`).waitFor();
    const [problems] = (await readXlsx(await readFile(await download.path()))).sheets;
    expect(JSON.stringify(problems?.rows)).toContain("三车间昨晚停电两次，影响交货");
    await page.getByRole("link", { name: "三车间昨晚停电两次，影响交货" }).click();
    await page.getByRole("button", { name: "签收" }).click();
    await page.getByRole("status").getByText("已签收 #1").waitFor();
    if (!(await page.locator("#answer-text").isVisible()))
      await page.locator("details:has(#answer-text) > summary").click();
    await page.locator("#answer-text").fill("开关已更换，请核实");
    const answer = page.locator("form", { has: page.locator("#answer-text") });
    await answer.getByText("附图片或文件").click();
    const photo = filesIn({ pictures: 1 })[0]?.bytes ?? Buffer.alloc(0);
    await answer.locator("[type=file]").setInputFiles({ name: "a.png", mimeType: "image/png", buffer: photo });
    await answer.getByRole("button", { name: "答复" }).click();
    await page.getByRole("status").getByText("待企业确认").waitFor();
    await page.getByRole("img", { name: "图片-1-1.png" }).waitFor();
    // The page has been renewed meanwhile, for what the form itself has changed.
    await page.waitForTimeout(3_500);
    expect(await page.getByRole("status").getByText("待企业确认").count()).toBe(1);
    await page.reload();
    expect(await page.getByRole("status").count()).toBe(0);
  });

  it.each<[string, string, number, number, readonly string[]]>([
    ["on an office screen", "李敏", 1366, 768, PAGES.office],
    ["on an office screen, for the admin", "孙磊", 1366, 768, PAGES.admin],
    ["on a phone, for a company", "周长友", 390, 844, PAGES.company],
  ])(
    "has no page that somebody could not read or use, and none wider than the screen, %s",
    async (_where, person, width, height, paths) => {
      await enter(person, width, height);
      for (const path of paths) {
        await open(path);
        await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
        expect(await barriers(), path).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
      }
    },
  );

  variant("has the figures and the long list on a phone, too", async () => {
    await enter("李敏", 390, 844);
    for (const path of NARROW) {
      await open(path);
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(390);
    }
  });

  variant("shows what happens elsewhere without being loaded anew, and does not disturb who writes", async () => {
    await enter("李敏", 1366, 768);
    const watching = page.waitForResponse(/\/live$/);
    await page.goto(`${park.app.url}/issues`);
    await page.evaluate("window.isSame = true");
    await watching;
    await park.say("周长友", "qiye", "诉求 六车间门口积水");
    await page.getByRole("link", { name: "六车间门口积水" }).waitFor();
    expect(await page.evaluate("window.isSame")).toBe(true);
    const again = page.waitForResponse(/\/live$/);
    await page.goto(`${park.app.url}/issues/2`);
    await again;
    await page.locator("details:has(#note-text) > summary").click();
    await page.locator("#note-text").fill("写到一半");
    await park.say("周长友", "qiye", "诉求 七车间门口积水");
    await page.getByText("有新的变化").waitFor();
    expect(await page.locator("#note-text").inputValue()).toBe("写到一半");
  });

  variant("does the same without JavaScript", async () => {
    await enter("周长友", 1366, 768, false);
    await page.goto(`${park.app.url}/issues/1`);
    await page.getByRole("button", { name: "已解决" }).click();
    await page.getByRole("status").getByText("已办结").waitFor();
    await page.getByRole("button", { name: "退出" }).click();
    await page.goto(`${park.app.url}/issues/1`);
    expect(new URL(page.url()).pathname).toBe("/login");
  });

  it("draws the charts, complains of nothing and asks no other host", async () => {
    await enter("赵长河", 1366, 768);
    await page.locator("[data-chart=departments] canvas").waitFor();
    expect(await page.locator("[data-chart] canvas").count()).toBe(3);
    await page.locator("[data-chart=weeks] canvas").hover();
    await page.locator(".charted summary").first().click();
    expect(await page.getByRole("row", { name: "本周" }).count()).toBe(1);
    // A filter that is none is answered as such, and the browser notes that.
    expect(watched.complaints.filter((one) => !one.includes("400"))).toEqual([]);
    expect(watched.foreign).toEqual([]);
  });
});
