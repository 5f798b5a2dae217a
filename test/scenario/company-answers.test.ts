import { expect, it } from "vitest";
import { talkIn } from "../support/dialogue.ts";
import { openQuietPark } from "../support/story.ts";
import { variant } from "../support/told.ts";

/** What a company says of its own issue in its own words: to an answer, behind what it took back, and of whom it is kept from. */

const MORNING = "2026-11-16T09:00:00+08:00";

async function open() {
  const park = await openQuietPark(MORNING);
  return { park, talk: await talkIn(park) };
}

it("a mark for an answer closes it and is its mark, and asked why it is not solved it is no reason", async () => {
  const { park, talk } = await open();
  await talk("彭丽 qiye", "诉求 门口路灯不亮", { says: "已收到 #1", does: ["submit #1 dispatched"] });
  await talk("曾敏 jianshe", "答复 1 已经换好", {
    says: "已答复",
    does: ["sign #1 in_progress", "answer #1 answered"],
  });
  await talk("彭丽 qiye", "未解决 1", { says: "请说明「未解决」#1 的原因" });
  await talk("彭丽 qiye", "我是说打三分", { says: ["办结吗？", "我是说打三分", "尚未解决的"], not: /退回/u });
  await talk("彭丽 qiye", "是", {
    says: ["已办结：已解决", "已评价 3 分"],
    not: /请打分/u,
    does: ["solved #1 closed", "rate #1 closed"],
  });
  await talk("彭丽 qiye", "4", { says: "未能识别" });
  expect(park.said("jianshe").join()).toContain("企业评价 3 分");
  await talk("彭丽 qiye", "诉求 厂区北门路灯不亮", { says: "已收到 #2", does: ["submit #2 dispatched"] });
  await talk("曾敏 jianshe", "答复 2 已经换好", {
    says: "已答复",
    does: ["sign #2 in_progress", "answer #2 answered"],
  });
  await talk("彭丽 qiye", "已解决 2 五分，很快", { says: "已评价 5 分", does: ["solved #2 closed", "rate #2 closed"] });
});

it("who has said 同感, and who helps, learn that an issue was taken back, and that it is there again", async () => {
  const { park, talk } = await open();
  await talk("蒋玉兰 qiye-dingtalk", "诉求 园区路灯不亮", { says: "已收到 #1", does: ["submit #1 dispatched"] });
  await talk("唐志强 qiye-dingtalk", "同感 1", { says: "已记录同感", does: ["join #1 dispatched"] });
  await talk("李敏 direct", "协办 1 社会事务局", { says: "协办", does: ["assist #1 dispatched"] });
  await talk("蒋玉兰 qiye-dingtalk", "撤回 1 我们自己换了灯", { says: "已撤回", does: ["withdraw #1 withdrawn"] });
  const told = park.said("唐志强").at(-1) ?? "";
  for (const part of ["#1", "路灯", "已由提出企业撤回", "请另发「诉求 …」"]) expect(told).toContain(part);
  expect(told).not.toMatch(/九嶷|自己换了灯|@/u);
  expect(park.said("qiye-dingtalk").join()).not.toContain("恒达");
  expect(park.said("shehui").at(-1)).toContain("企业已撤回");
  await talk("蒋玉兰 qiye-dingtalk", "恢复 1", { says: "已恢复", does: ["restore #1 dispatched"] });
  expect(park.said("唐志强").at(-1)).toContain("已由提出企业恢复");
  expect(park.said("shehui").at(-1)).toContain("企业已恢复");
});

variant("what was taken back just now is what is restored, whatever else could be taken back", async () => {
  const { park, talk } = await open();
  await talk("唐志强 direct", "诉求 招工难，技工招不到", { says: "已收到 #1", does: ["submit #1 dispatched"] });
  await talk("唐志强 direct", "诉求 宿舍漏水", { says: "已收到 #2", does: ["submit #2 dispatched"] });
  await talk("唐志强 direct", "诉求 门口路灯不亮", { says: "已收到 #3", does: ["submit #3 dispatched"] });
  await talk("唐志强 direct", "撤回 1", { says: "已撤回", does: ["withdraw #1 withdrawn"] });
  await talk("唐志强 direct", "对，撤", { says: ["#1", "已撤回"], not: /指哪一件/u });
  await talk("唐志强 direct", "啊等等 还是留着", { says: ["恢复", "#1", "「是」"], not: /#2|#3/u });
  await talk("唐志强 direct", "算了", { says: "" });
  await park.at("2026-11-16T10:00:00+08:00");
  await talk("唐志强 direct", "不用办了", { says: ["指哪一件", "#2", "#3"] });
  await talk("唐志强 direct", "还是留着吧", { says: ["恢复", "#1", "「是」"] });
  await talk("唐志强 direct", "是", { says: "已恢复", does: ["restore #1 dispatched"] });
  await talk("唐志强 direct", "撤回 2", { says: "已撤回", does: ["withdraw #2 withdrawn"] });
  await talk("唐志强 direct", "补充", { says: "哪一件" });
  await talk("唐志强 direct", "恢复刚才那个漏水的", { says: "已恢复", does: ["restore #2 dispatched"] });
});

it("from whom a company wishes an issue to be kept the coordinator alone learns, and is asked before it goes there", async () => {
  const { park, talk } = await open();
  await talk("何静 direct", "保密 诉求 有人垄断了园区的食堂配送", {
    says: "已收到 #1",
    does: ["submit #1 submitted"],
  });
  await talk("何静 direct", "不想让社会局知道", { says: ["已单独转告营商办", "没有发给任何单位"] });
  for (const part of ["#1", "企业要求回避", "社会事务局", "不想让社会局知道", "只有您看到"])
    expect(park.said("李敏").at(-1)).toContain(part);
  await talk("李敏 direct", "进度 1", { says: "**要求回避**：社会事务局" });
  await talk("李敏 direct", "派单 1 社会事务局", {
    says: ["确认交给社会事务局吗？", "要求对社会事务局回避", "「是」"],
  });
  expect(park.said("shehui").join()).not.toContain("#1");
  await talk("李敏 direct", "算了", { says: "" });
  // Where heads and leaders read it, that there is something is all that is said.
  await talk("李敏 duban", "派单 1 社会事务局", { says: ["确认交给社会事务局吗？", "私聊"], not: /要求|回避/u });
  await talk("李敏 duban", "算了", { says: "" });
  await talk("李敏 direct", "派单 1 公安分局", { says: "已派给公安分局", does: ["dispatch #1 dispatched"] });
  const read = park.said("gongan").length;
  await talk("何静 direct", "1也不要给公安局，他们是亲戚", {
    says: ["已单独转告营商办", "公安分局已收到这件诉求的内容"],
  });
  expect(park.said("gongan")).toHaveLength(read);
  await talk("龙飞 gongan", "进度 1", { says: "#1", not: /回避|亲戚/u });
  await talk("何静 qiye", "诉求 门口路灯不亮", { says: "已收到 #2", does: ["submit #2 dispatched"] });
  await talk("何静 direct", "回避 2 建管局", { says: "建设管理局已收到" });
  await talk("唐志强 qiye-dingtalk", "回避 2 建管局", { says: "这里没有这个编号" });
});

variant("what an answer says is denied, or it is another matter after all", async () => {
  const { talk } = await open();
  await talk("陈立新 qiye", "诉求 厂门口垃圾堆了一个星期", { says: "已收到 #1", does: ["submit #1 submitted"] });
  await talk("李敏 direct", "派单 1 建设管理局", { says: "建设管理局", does: ["dispatch #1 dispatched"] });
  await talk("曾敏 jianshe", "答复 1 已经清走，以后每天一趟", {
    says: "已答复",
    does: ["sign #1 in_progress", "answer #1 answered"],
  });
  await talk("陈立新 qiye", "没清啊 你们看的哪里", {
    says: ["反馈没有解决", "#1", "没清啊 你们看的哪里", "「是」", "「新诉求」"],
  });
  await talk("陈立新 qiye", "新诉求", { says: ["要作为诉求提交吗？", "没清啊 你们看的哪里"] });
  await talk("陈立新 qiye", "😤😤😤", { says: "还没有办" });
  await talk("陈立新 qiye", "算了", { says: "好的，不办理" });
  await talk("陈立新 qiye", "没清啊 你们看的哪里", { says: "反馈没有解决" });
  await talk("陈立新 qiye", "是", { says: "#1", does: ["unsolved #1 in_progress"] });
});
