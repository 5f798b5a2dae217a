import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXECUTABLE, type Seen, seePark, Watched } from "../support/browser.ts";
import type { Park } from "../support/park.ts";
import { variant } from "../support/told.ts";

/** Without a browser on the machine there is nothing to look with; `.ci/run` installs one. */
describe.skipIf(EXECUTABLE === undefined)("the sandbox page in a real browser", () => {
  let seen: Seen;
  let park: Park;
  let page: Page;
  const watched = new Watched();

  beforeAll(async () => {
    seen = await seePark("2026-11-16T09:00:00+08:00");
    park = seen.park;
    page = await seen.browser.newPage({ viewport: { width: 1440, height: 900 } });
    watched.page(page, park.app.url);
    await page.goto(`${park.app.url}/sandbox`);
  });

  afterAll(() => seen.close());

  it("files an issue in one program, signs it in the other by quoting, and shows both sides at once", async () => {
    const wecom = page.locator("#program-wecom");
    const dingtalk = page.locator("#program-dingtalk");
    for (const program of [wecom, dingtalk]) expect(await program.locator(".road").textContent()).toContain("回调");
    await wecom.locator("textarea").fill("诉求 三车间昨晚停电两次，影响交货");
    await wecom.locator("textarea").press("Enter");
    await wecom.locator(".line.bot", { hasText: "已收到 #1" }).waitFor();
    await dingtalk.locator(".row", { hasText: "供电公司群" }).click();
    await dingtalk.locator(".line.bot", { hasText: "新诉求 #1" }).waitFor();
    await dingtalk.locator(".line.bot .quote-button").last().focus();
    await page.keyboard.press("Enter");
    await dingtalk.locator("textarea").fill("签收");
    await dingtalk.locator("textarea").press("Enter");
    await dingtalk.locator(".line.bot", { hasText: "已签收" }).waitFor();
    await wecom.locator(".line.bot", { hasText: "#1 三车间昨晚停电两次，影响交货 已签收" }).waitFor();
  });

  variant("moves the clock to Friday and shows the digest", async () => {
    await page.getByRole("button", { name: "到周五 17:00", exact: true }).click();
    await page.locator(".wecom .line.bot", { hasText: "诉求办理周报" }).waitFor();
    await page.locator(".clock", { hasText: "17:00" }).waitFor();
  });

  variant("shows a picture that the bot sent, and a file to be saved", async () => {
    const wecom = page.locator("#program-wecom");
    await wecom.locator(".row", { hasText: "督办群" }).click();
    for (const said of ["统计 图", "统计 上月"]) {
      await wecom.locator("textarea").fill(said);
      await wecom.locator("textarea").press("Enter");
      await wecom.locator(".line.bot", { hasText: "随后发到这里" }).last().waitFor();
    }
    const picture = wecom.locator(".shown-picture img");
    await picture.waitFor();
    await expect.poll(() => page.evaluate("document.querySelector('.shown-picture img').naturalWidth")).toBe(1520);
    const saved = page.waitForEvent("download");
    await wecom.getByRole("link", { name: "诉求办理月报-2026-10.docx" }).click();
    expect((await saved).suggestedFilename()).toBe("诉求办理月报-2026-10.docx");
    await wecom.locator(".row", { hasText: "园区企业群" }).click();
  });

  it("shows what a person wrote as text, whatever it looks like", async () => {
    const bad = '诉求 <img src=x onerror="alert(1)"> [点我](javascript:alert(1)) 停电';
    await page.locator(".wecom textarea").fill(bad);
    await page.locator(".wecom textarea").press("Enter");
    const receipt = page.locator(".wecom .line.bot", { hasText: "已收到 #2" });
    await receipt.waitFor();
    expect(await receipt.locator("img, a, script").count()).toBe(0);
  });

  it("answers a question of the bot's with a button of its card, once, and the card changes", async () => {
    const wecom = page.locator("#program-wecom");
    const card = wecom.locator(".card", { hasText: "算了" });
    await wecom.locator("textarea").fill("五车间的空调坏了三天没人修，太热了");
    await wecom.locator("textarea").press("Enter");
    await card.getByRole("button", { name: "是", exact: true }).click();
    await wecom.locator(".card", { hasText: "已收到 #3" }).waitFor();
    expect(await card.count()).toBe(0);
    expect(await wecom.locator(".choices").count()).toBe(0);
  });

  it("takes up a command where a message offers it: sent when it is whole, else written on", async () => {
    const dingtalk = page.locator("#program-dingtalk");
    await page.locator(".wecom textarea").fill("诉求 二车间变压器跳闸，停电了");
    await page.locator(".wecom textarea").press("Enter");
    await dingtalk.locator(".row", { hasText: "供电公司群" }).click();
    const card = dingtalk.locator(".line.bot", { hasText: "新诉求 #4" });
    await card.locator(".chip", { hasText: "退单 4" }).click();
    expect(await dingtalk.locator("textarea").inputValue()).toMatch(/^退单 4 /);
    expect(await selected(page)).toBe("原因");
    await card.locator(".chip", { hasText: "签收 4" }).click();
    await dingtalk
      .locator(".line.bot", { hasText: /已签收.*#4/s })
      .first()
      .waitFor();
    // What waits next is offered below, and takes up what is written.
    await dingtalk.locator("textarea").fill("已更换变压器");
    await dingtalk
      .locator(".quick .chip", { hasText: /答复 \d/ })
      .first()
      .click();
    expect(await dingtalk.locator("textarea").inputValue()).toMatch(/^答复 \d+ 已更换变压器$/);
    await dingtalk.locator("textarea").fill("");
  });

  it("is used in each group as one whom the group is for, with that person's words", async () => {
    const wecom = page.locator("#program-wecom");
    const first = wecom.locator(".quick .chip").first();
    await wecom.locator(".row", { hasText: "督办群" }).click();
    await wecom.locator(".person", { hasText: "赵长河" }).waitFor();
    await expect.poll(() => first.textContent()).toBe("简报");
    await speakAs(wecom, "李敏");
    await wecom.locator(".row", { hasText: "园区企业群" }).click();
    await wecom.locator(".person", { hasText: "周长友" }).waitFor();
    await expect.poll(() => first.textContent()).not.toBe("简报");
    // Whom somebody chose stays chosen there.
    await wecom.locator(".row", { hasText: "督办群" }).click();
    await wecom.locator(".person", { hasText: "李敏" }).waitFor();
    await wecom.locator(".row", { hasText: "园区企业群" }).click();
  });

  it("fits a phone: one program at a time, nothing wider than the screen, and most of it messages", async () => {
    const phone = await seen.browser.newPage({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${park.app.url}/sandbox`);
    await phone.locator("#program-wecom .line").first().waitFor();
    expect(await phone.locator("#program-dingtalk").isVisible()).toBe(false);
    const width = await phone.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(390);
    await phone.locator("#program-wecom .quick .chip").first().waitFor();
    const stream = await phone.locator("#program-wecom .stream").boundingBox();
    expect(stream?.height).toBeGreaterThan(844 * 0.66);
    const friday = phone.getByRole("button", { name: "到周五 17:00", exact: true });
    expect(await friday.isVisible()).toBe(false);
    await phone.getByRole("button", { name: "拨时间" }).click();
    expect(await friday.isVisible()).toBe(true);
    await phone.close();
  });

  it("asks nobody but its own server for anything, and the browser has no complaint", () => {
    expect(watched.foreign).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

/** Chooses who writes in a program. */
async function speakAs(program: Locator, name: string): Promise<void> {
  await program.locator(".person").click();
  await program.getByRole("option", { name }).click();
  await program.locator(".person", { hasText: name }).waitFor();
}

/** What is marked in the field that has the focus. */
async function selected(page: Page): Promise<unknown> {
  const field = "document.activeElement";
  return page.evaluate(`${field}.value.slice(${field}.selectionStart, ${field}.selectionEnd)`);
}
