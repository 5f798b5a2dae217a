import { describe, expect, it } from "vitest";
import { FEATURES } from "../../src/app.ts";
import { type Command, sentence } from "../../src/chat/conversation.ts";
import { connectAll } from "../../src/connect.ts";
import { supervisionPlaces } from "../../src/domain/notice/places.ts";
import type { DigestKind } from "../../src/features/digests/digest.ts";
import { digestsOf } from "../../src/features/digests/feature.ts";
import { DIGESTS, Digests } from "../../src/features/digests/kinds.ts";
import type { ClockWork, Feature } from "../../src/features/feature.ts";
import { tell } from "../../src/issues/tell.ts";
import { say } from "../../src/messages/card.ts";
import { renderText } from "../../src/messages/render-text.ts";
import { noticeKind } from "../../src/outbox/notice-kind.ts";
import type { Platform } from "../../src/platforms/platform.ts";
import { openParkWith } from "../support/story.ts";

/** docs/architecture.md says where to add things; each of these adds one, and it is heard through a chat. */

const MONDAY = "2026-11-16T09:00:00+08:00";

interface Bell {
  readonly kind: "bell";
  readonly rungBy: string;
}

/** 摇铃: the supervision group hears who has rung, as it is called there. */
const bell = noticeKind<Bell, Bell>("bell", {
  lookAgain: async (body) => (body.rungBy === "nobody" ? null : body),
  card: ({ rungBy }, reader) => say(`${rungBy} 摇铃，${reader.dateTime(reader.now)}`),
});

const ring: Command = {
  name: "ring",
  words: ["摇铃"],
  english: "ring",
  usage: "摇铃",
  does: "让督办群听见",
  number: "no",
  who: ["company"],
  run: async ({ ctx, actor }, { rest }) => {
    const rungBy = rest === "" ? actor.name : "nobody";
    await tell(ctx, supervisionPlaces(ctx.park, []), { notice: bell.of({ rungBy }), express: true });
    return sentence("铃响了。");
  },
};

const BELL: Feature = { commands: [ring], notices: [bell], clock: [] };

describe("a toy", () => {
  it("command is understood, does its work, and is taught to those whom it is for", async () => {
    const park = await openParkWith({ features: [...FEATURES, BELL] }, MONDAY);
    expect(await park.say("周长友", "qiye", "摇铃")).toBe("铃响了。");
    expect(await park.say("周长友", "qiye", "帮助 全部")).toContain("摇铃：让督办群听见");
    expect(await park.say("王建国", "gongdian", "帮助 全部")).not.toContain("摇铃");
  });

  it("kind of notice is looked at again when it goes, and says nothing when there is nothing to say", async () => {
    const park = await openParkWith({ features: [...FEATURES, BELL] }, MONDAY);
    await park.say("周长友", "qiye", "摇铃");
    await park.say("周长友", "qiye", "摇铃 别人");
    expect(park.said("duban").filter((text) => text.includes("摇铃"))).toEqual(["周长友 摇铃，11月16日 周一 09:00"]);
  });

  it("work of the clock is done at its time, once for each", async () => {
    const at = new Date("2026-11-16T11:00:00+08:00");
    let done = false;
    const noon: ClockWork = {
      name: "noon",
      run: async (ctx) => {
        if (done || ctx.now < at) return;
        done = true;
        await tell(ctx, supervisionPlaces(ctx.park, []), { notice: bell.of({ rungBy: "钟" }), express: true });
      },
      next: async (_ctx, after) => (after < at ? at : null),
    };
    const park = await openParkWith({ features: [...FEATURES, { ...BELL, clock: [noon] }] }, MONDAY);
    await park.at("2026-11-16T15:00:00+08:00");
    expect(park.said("duban").filter((text) => text.includes("摇铃"))).toEqual(["钟 摇铃，11月16日 周一 11:00"]);
  });

  it("digest is posted at its time, with what its own file says", async () => {
    const weather: DigestKind<{ readonly sky: string }> = {
      facts: async (ctx) => ({ sky: ctx.now.getUTCHours() < 12 ? "晴" : "夜" }),
      ids: () => [],
      card: ({ sky }, { reader }) => say(`天气：${sky}，${reader.dateTime(reader.now)}`),
    };
    const features = FEATURES.filter((one) => !one.notices.some(({ name }) => name === "digest"));
    const own = digestsOf(new Digests({ ...DIGESTS, "department-daily": weather }));
    const park = await openParkWith({ features: [...features, own] }, MONDAY);
    await park.at("2026-11-17T09:00:00+08:00");
    expect(park.said("gongdian").at(-1)).toBe("天气：晴，11月17日 周二 08:30");
  });

  it("platform is spoken and listened to, in place of one of the two", async () => {
    const heard: string[] = [];
    const connect: typeof connectAll = (...given) => [
      ...connectAll(...given).filter(({ name }) => name === "wecom"),
      pigeons(heard),
    ];
    const park = await openParkWith({ connect }, MONDAY);
    const letter = JSON.stringify({
      id: "1",
      group: "cidSampleQiye0001==",
      from: "0310021",
      text: "诉求 三车间昨晚停电两次",
    });
    const answer = await fetch(`${park.app.url}/callbacks/dingtalk/robot`, { method: "POST", body: letter });
    expect(answer.status).toBe(200);
    await park.settle();
    expect(heard.find((line) => line.includes("已收到 #1 三车间昨晚停电两次"))).toMatch(/^cidSampleQiye0001==: /);
    expect(await park.say("李敏", "direct", "进度 1", { platform: "wecom" })).toContain("三车间昨晚停电两次");
  });
});

/** A platform of letters, which are not sealed: `heard` gets what is sent, behind where it goes. */
function pigeons(heard: string[]): Platform {
  return {
    name: "dingtalk",
    doors: ["robot"],
    receive: ({ body }) => {
      const { id, group, from, text } = JSON.parse(body.toString());
      const chat = { kind: "group", id: group } as const;
      const message = { platform: "dingtalk", messageId: id, chat, sender: { id: from }, text, pictures: 0 } as const;
      return { kind: "message", message };
    },
    render: (_address, card) => [{ title: "", text: renderText(card), mentions: [] }],
    send: async (address, { text }) => {
      const to = address.kind === "reply" ? address.fallback : address;
      heard.push(`${to?.kind === "group" ? to.chatId : to?.userId}: ${text}`);
      return { state: "sent" };
    },
    carries: () => false,
    budget: () => ({ key: "pigeons", perMinute: 1000 }),
    robot: () => "pigeons",
    reaches: () => true,
    posts: () => true,
    examine: async () => [],
  };
}
