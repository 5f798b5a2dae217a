import { expect, it } from "vitest";
import type { Park } from "../support/park.ts";
import { openQuietPark } from "../support/story.ts";

interface Suggestion {
  readonly text: string;
  readonly blank?: string;
  readonly does: string;
}

/** What the sandbox page offers somebody in a group (its code), or in the direct chat. */
async function suggested(park: Park, person: string, chat: string | "direct"): Promise<readonly Suggestion[]> {
  const { directory } = park.app.holder.park;
  const group = directory.chat(chat);
  const known = directory.person(person);
  const platform = group?.platform ?? (known?.wecom ? "wecom" : "dingtalk");
  const userId = known?.[platform] ?? person;
  const query = new URLSearchParams({ platform, userId, chatId: group?.chatId ?? `direct:${userId}` });
  const response = await fetch(`${park.app.url}/sandbox/api/suggestions?${query}`);
  expect(response.status).toBe(200);
  const { suggestions } = (await response.json()) as { suggestions: Suggestion[] };
  return suggestions;
}

const textsOf = (list: readonly Suggestion[]) => list.map(({ text }) => text);

it("the sandbox page offers each person what he says, and first what waits for him", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  const company = await suggested(park, "周长友", "qiye");
  expect(company[0]).toEqual({ text: "诉求 ", blank: "", does: expect.stringContaining("提出诉求") });
  expect(textsOf(company)).toEqual(["诉求 ", "我的", "补充 ", "催办 ", "人工", "撤回 ", "帮助"]);
  expect(textsOf(await suggested(park, "赵长河", "direct"))[0]).toBe("简报");

  await park.say("周长友", "qiye", "诉求 三车间昨晚停电两次");
  const official = await suggested(park, "王建国", "gongdian");
  expect(official[0]).toEqual({ text: "签收 1", does: "签收诉求" });
  expect(textsOf(official)).not.toContain("签收 ");
  await park.say("王建国", "gongdian", "签收 1");
  expect((await suggested(park, "王建国", "gongdian"))[0]).toMatchObject({ text: "答复 1 …", blank: "…" });
  await park.say("王建国", "gongdian", "答复 1 开关已更换");
  expect(textsOf(await suggested(park, "周长友", "qiye")).slice(0, 2)).toEqual(["已解决 1", "未解决 1 原因"]);
  // Another company's issue waits for nobody else.
  expect(textsOf(await suggested(park, "何静", "qiye"))[0]).toBe("诉求 ");
});

it("asking what is offered is not talking: nothing is stored, and an open question stays open", async () => {
  const park = await openQuietPark("2026-11-16T09:00:00+08:00");
  const offer = await park.say("周长友", "qiye", "五车间的空调坏了三天没人修，太热了");
  expect(offer).toContain("可以回复：「是」「算了」");
  const asked = park.messages("qiye").at(-1);
  expect(asked?.to).toBe("zhouchangyou");
  const before = park.sandbox.world.messages.length;
  await suggested(park, "周长友", "qiye");
  expect(park.sandbox.world.messages).toHaveLength(before);
  expect(await park.say("周长友", "qiye", "是")).toContain("#1");
});
