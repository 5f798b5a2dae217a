import { describe, expect, it } from "vitest";
import { usage } from "../../src/store/schema-roads.ts";
import type { Park } from "../support/park.ts";
import { headlines, openQuietPark } from "../support/story.ts";

const MONTH = "2026-11";

/** As if so much of the month had been used already. */
async function use(park: Park, counter: string, used: number): Promise<void> {
  await park.app.db
    .insert(usage)
    .values({ counter, month: MONTH, used })
    .onConflictDoUpdate({ target: [usage.counter, usage.month], set: { used } });
}

/** A withheld message, as DingTalk pushes it when the month is used up. */
async function pushWithheld(park: Park, msgId: string): Promise<void> {
  const { url, expiresAt } = park.sandbox.dingtalk.sessionFor("cidSampleGongdian==", "0254571");
  await park.sandbox.dingtalk.deliver({
    msgId,
    conversationType: "2",
    conversationId: "cidSampleGongdian==",
    senderStaffId: "0254571",
    senderNick: "王建国",
    sessionWebhook: url,
    sessionWebhookExpiredTime: expiresAt.getTime(),
    errorCode: 20001,
    errorMessage: "quota",
  });
  await park.settle();
}

const about = (park: Park, word: string) => park.said("李敏").filter((text) => text.includes(word));

describe("DingTalk's month", () => {
  it("is told of at four fifths, from where on what waits overnight comes as one message, and when nothing comes any more", async () => {
    const park = await openQuietPark("2026-11-20T17:31:00+08:00");
    await use(park, "dingtalk:api", 4_000);
    await park.say("周长友", "qiye", "诉求 一车间停电");
    await park.say("周长友", "qiye", "诉求 二车间停电");
    await park.say("周长友", "qiye", "补充 1 也影响二车间");
    await park.at("2026-11-23T08:31:00+08:00");
    const [joined, ...others] = park.said("gongdian");
    expect(others).toEqual([]);
    const heads = (joined ?? "").split("──────────").map((text) => headlines([text.trim()])[0]);
    expect(heads).toEqual(["新诉求 #1 一车间停电", "新诉求 #2 二车间停电", "#1 一车间停电 企业有补充"]);
    await park.at("2026-11-23T12:00:00+08:00");
    expect(about(park, "本月额度已用")).toHaveLength(1);
    expect(about(park, "本月额度已用")[0]).toContain("钉钉接口调用：本月额度已用 80%");
    expect(about(park, "本月额度已用")[0]).toMatch(/已用 40\d\d \/ 5000 次（80%），还剩 (1000|9\d\d) 次/u);

    const quotes = park.messages("gongdian").at(-1)?.id ?? "";
    expect(await park.say("王建国", "gongdian", "签收", { quotes })).not.toContain("已签收 #1");
    expect(await park.say("王建国", "gongdian", "签收 2")).toContain("#2");

    await use(park, "dingtalk:api", 5_000);
    await park.at("2026-11-23T15:00:00+08:00");
    await park.at("2026-11-23T16:00:00+08:00");
    expect(about(park, "本月额度已用")).toHaveLength(2);
    expect(about(park, "本月额度已用")[1]).toContain("本月额度已用完");
    const outbox = await park.say("李敏", "direct", "投递");
    expect(outbox).toMatch(/钉钉接口调用 2026年11月.*已用 500\d \/ 5000 次（100%），还剩 0 次/u);

    const heard = park.said("gongdian").length;
    for (const id of ["m1", "m2"]) await pushWithheld(park, id);
    expect(park.said("gongdian").slice(heard)).toEqual(Array(2).fill(expect.stringContaining("没有把消息内容传过来")));
    await park.at("2026-11-23T16:05:00+08:00");
    expect(about(park, "没有内容")).toHaveLength(1);
    await park.at("2026-11-24T10:00:00+08:00");
    await pushWithheld(park, "m3");
    await park.at("2026-11-24T10:05:00+08:00");
    expect(about(park, "没有内容")).toHaveLength(2);
  });
});
