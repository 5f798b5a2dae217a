import { describe, expect, it } from "vitest";
import { quietBeginning } from "../support/story.ts";

const filed = quietBeginning("2026-11-16T09:00:00+08:00", {}, async (park) => {
  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
});

describe("what somebody sends soon after his issue", () => {
  it("is offered as an addition to it where it goes on about it, and is another matter by one word", async () => {
    const park = await filed();
    const say = (text: string) => park.say("周长友", "qiye", text);
    for (const text of [
      "领导好，另外配电房也有异味",
      "現在四車間也沒電了",
      "忘了说，是B线那边",
      "电话13812345678",
      "电话 139 0746 1234，找老何",
      "停电影响三条产线，客户订单要赔钱了",
    ]) {
      expect(await say(text), text).toMatch(/^### 作为对 #1 的补充吗？三车间昨晚停电两次/u);
      expect(await say("算了"), text).toContain("好的，不办理");
    }
    for (const text of [
      "另外食堂的水管漏水了",
      "三车间的空调漏水了，地面全湿了",
      "四车间也停电了，机器都停着",
      "垃圾没人清运，垃圾桶都满出来了",
      "我们想招二十个焊工",
      "保密 另外停电是有人故意弄的",
      "还有个事保密一下，停电是有人弄的",
    ]) {
      expect(await say(text), text).toMatch(/要作为.*诉求提交吗？/u);
      await say("算了");
    }
    // Talk among people, courtesy and scolding are nothing that is added.
    for (const text of ["老王你那边停电没", "谢谢", "你们办事效率真低", "各位明天开会"])
      expect(await say(text), text).not.toContain("补充吗");
    expect(await park.say("吴晓燕", "qiye", "另外四车间也停电了")).toContain("要作为诉求提交吗？");
    await park.say("吴晓燕", "qiye", "算了");

    await say("还有，一共停了四台机器");
    expect(await say("是")).toContain("已补充　#1");
    await park.settle();
    expect(park.said("gongdian").at(-1)).toContain("一共停了四台机器");
    // How it goes on, whatever it touches by now.
    expect(await say("现在水管也裂了，车间地上全是水")).toContain("作为对 #1 的补充吗？");
    await say("算了");
    await say("另外配电房也有异味");
    expect(await say("不是补充，是另一件事")).toMatch(/要作为诉求提交吗？[\s\S]*异味/u);
    expect(await say("新诉求")).toContain("已收到 #2");
    // What answers the offer is no part of the matter; whom to call stands before what tells of danger.
    expect(await say("不是同一件，隔壁厂夜里施工太吵")).toMatch(/要作为诉求提交吗？\s+> 隔壁厂夜里施工太吵/u);
    await say("算了");
    expect(await say("现在水都流到配电箱里了")).toMatch(/119[\s\S]*作为对 #\d 的补充吗？/u);
    await say("算了");

    await park.at("2026-11-16T09:31:00+08:00");
    expect(await say("现在四车间也没电了")).toContain("要作为诉求提交吗？");
  });

  it("are pictures, which a word or a press adds to it, or gives to what is said next; nobody else's issue is named", async () => {
    const park = await filed();
    const send = (person: string, chat: string) => park.say(person, chat, "", { pictures: 1 });
    const say = (text: string) => park.say("周长友", "qiye", text);
    expect(await send("周长友", "qiye")).toContain("作为对 #1 的补充吗？三车间昨晚停电两次");
    expect(await send("周长友", "qiye")).toContain("图片 2 张，作为对 #1 的补充吗？");
    // Whoever asks something in between loses nothing.
    expect(await say("进度 1")).toContain("待签收");
    expect(await say("是")).toContain("已补充　#1");
    await send("周长友", "qiye");
    expect(await say("算了")).toContain("没有记入 #1");
    expect(await say("99")).toContain("这里没有这个编号的诉求");
    expect(await say("不是这件，是1号")).toContain("已补充　#1");
    await send("周长友", "qiye");
    expect(await say("这是配电房的照片")).toContain("作为对 #1 的补充吗？");
    expect(await say("新诉求")).toContain("要作为诉求提交吗？");
    expect(await say("是")).toContain("**附图**：1 张");
    // Elsewhere, of others, and of who dispatches, nothing is recent.
    for (const [person, chat] of [
      ["周长友", "direct"],
      ["吴晓燕", "qiye"],
      ["陈立新", "qiye"],
      ["李敏", "direct"],
    ] as const)
      expect(await send(person, chat), `${person} ${chat}`).toContain("已收到图片，请连同文字一起发");

    await park.say("王建国", "gongdian", "签收 1");
    expect(await send("王建国", "gongdian")).toContain("作为对 #1 的内部备注（企业看不到）吗？");
    expect(await park.say("王建国", "gongdian", "是")).toContain("已备注");
    expect(await send("刘洋", "gongdian")).toContain("已收到图片，请连同文字一起发");
  });
});
