import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Card, say } from "../../src/messages/card.ts";
import type { InboundMessage } from "../../src/platforms/inbound.ts";
import { type Address, isUnreached } from "../../src/platforms/platform.ts";
import { type Bed, labels, last, OTHER, sendAll, type Trouble, USER } from "../support/beds/bed.ts";
import { GROUP as DINGTALK_GROUP, dingtalkCallback, dingtalkStream } from "../support/beds/dingtalk.ts";
import { GROUP as WECOM_GROUP, wecomApp, wecomCallback, wecomSocket } from "../support/beds/wecom.ts";

/**
 * What every road of every platform has in common, told once. Where a road differs it says so in its bed, and the platform's
 * own files beside this one say why:
 * - WeCom's bot by callback reaches nobody directly and posts by webhook, where no card can stand: its buttons come with replies.
 * - WeCom's app hears and reaches people alone (90235), and its callbacks tell no quotation (90239).
 * - DingTalk names the quoted message of its API by a key; WeCom tells its text alone.
 */

const DIRECT = `direct:${USER}`;
const CARD: Card = {
  blocks: [
    { kind: "title", text: "新诉求 #12" },
    { kind: "actions", steps: [{ command: "sign", id: 12 }], versions: { 12: 3 } },
  ],
};
const DONE: Card = {
  blocks: [
    { kind: "title", text: "已签收 #12" },
    { kind: "actions", steps: [{ command: "status", id: 12 }] },
  ],
};
const LINE = "很长的一行文字，一直写到平台不再接收为止。";
const LONG = say(`${LINE}\n`.repeat(900));

const ROADS: readonly (readonly [road: string, group: string, open: () => Promise<Bed>])[] = [
  ["WeCom's bot by callback", WECOM_GROUP, wecomCallback],
  ["WeCom's bot by long connection", WECOM_GROUP, wecomSocket],
  ["WeCom's app", WECOM_GROUP, wecomApp],
  ["DingTalk's robot by callback", DINGTALK_GROUP, dingtalkCallback],
  ["DingTalk's robot by Stream", DINGTALK_GROUP, dingtalkStream],
];

describe.each(ROADS)("%s", (_road, groupId, open) => {
  let bed: Bed;
  beforeEach(async () => {
    bed = await open();
  });
  afterEach(() => bed.close());

  const heard = (): InboundMessage => last(bed.heard);
  /** What the bot said in a chat, oldest first. */
  const shown = (chatId: string) =>
    bed.world.messages.filter((one) => one.chatId === chatId && one.from === null).map((one) => one.text);
  /** The places that the road has, with the chat in which what goes there is shown. */
  const places = () => {
    const { group, person } = bed;
    return [
      ...("none" in group ? [] : [{ kind: "group" as const, address: group, chatId: groupId }]),
      ...("none" in person ? [] : [{ kind: "person" as const, address: person, chatId: DIRECT }]),
    ];
  };
  /** A chat in which the road hears, and in which what it replies is shown. */
  const chat = () => ("none" in bed.group ? DIRECT : groupId);
  const send = (address: Address, card: Card) => sendAll(bed.platform, address, bed.platform.render(address, card));

  describe("hears", () => {
    it("what is said to it in a group, without the mention, or nothing of groups", async () => {
      if ("none" in bed.group) return expect(bed.platform.posts({})).toBe(false);
      await bed.say({ chatId: groupId, userId: USER, text: "诉求 三车间停电" });
      expect(heard()).toMatchObject({ chat: { kind: "group", id: groupId }, text: "诉求 三车间停电", pictures: 0 });
      await bed.say({ chatId: groupId, userId: USER, text: "早", mention: false });
      expect(bed.heard).toHaveLength(1);
    });

    it("what is written to it directly", async () => {
      await bed.say({ chatId: DIRECT, userId: USER, text: "待办" });
      expect(heard()).toMatchObject({ platform: bed.platform.name, chat: { kind: "direct" }, text: "待办" });
      expect(heard().unreadable).toBeUndefined();
    });

    it("ids as they are, with leading zeros and in both cases", async () => {
      const messageId = bed.platform.name === "wecom" ? "007301234567890123456" : "msg00AbCd==";
      await bed.say({ chatId: DIRECT, userId: USER, text: "待办", messageId });
      expect(heard()).toMatchObject({ messageId, sender: { id: USER } });
      await bed.say({ chatId: `direct:${OTHER}`, userId: OTHER, text: "待办" });
      expect(heard().sender.id).toBe(OTHER);
    });

    it("the same id of a message that comes again", async () => {
      for (let count = 0; count < 2; count++) {
        await bed.say({ chatId: DIRECT, userId: USER, text: "待办", messageId: "8100" });
      }
      expect(bed.heard.map(({ messageId }) => messageId)).toEqual(["8100", "8100"]);
    });

    it("which message of its own somebody quotes, where the platform tells", async () => {
      if (bed.quotes === null) return expect("none" in bed.group).toBe(true);
      const [place] = places();
      if (place === undefined) throw new Error("there is no place");
      const sent = await send(place.address, say("#12 三车间停电"));
      await bed.say({ chatId: place.chatId, userId: USER, text: "签收", quotes: last(bed.world.messages).id });
      expect(heard()).toMatchObject({ text: "签收" });
      const key = "key" in sent ? sent.key : undefined;
      expect(heard().quote).toEqual(bed.quotes === "key" ? { key } : { text: "#12 三车间停电" });
      expect(bed.quotes === "key" ? key : "").toBeDefined();
    });

    it("that a picture came, with words where they may stand beside it", async () => {
      await bed.say({ chatId: DIRECT, userId: USER, text: "", pictures: 1 });
      expect(heard()).toMatchObject({ text: "", pictures: 1 });
      expect(heard().unreadable).toBeUndefined();
      if ("none" in bed.group) return;
      await bed.say({ chatId: groupId, userId: USER, text: "进展 12 已换", pictures: 2 });
      expect(heard()).toMatchObject({ text: "进展 12 已换", pictures: 2 });
    });

    it("that something came which it cannot read", async () => {
      await bed.strange(USER);
      expect(heard()).toMatchObject({ chat: { kind: "direct" }, sender: { id: USER }, text: "", pictures: 0 });
      expect(heard().unreadable).toMatch(/^\w+$/);
    });

    it("nobody in garbage, and goes on", async () => {
      for (const deliver of bed.garbage) await deliver();
      await bed.say({ chatId: DIRECT, userId: USER, text: "待办" });
      expect(bed.heard).toMatchObject([{ text: "待办" }]);
      expect(bed.beside.filter((one) => one !== "refused" && one !== "ignored")).toEqual([]);
      expect(JSON.stringify(bed.beside)).not.toContain(bed.secrets[0]);
    });
  });

  describe("says", () => {
    it("something in a group and to a person, or gives up with a reason of the program's own", async () => {
      for (const { address, chatId } of places()) {
        expect(await send(address, say("请确认 #12"))).toMatchObject({ state: "sent" });
        expect(shown(chatId)).toEqual(["请确认 #12"]);
      }
      for (const place of [bed.group, bed.person]) {
        if (!("none" in place)) continue;
        const given = await send(place.none, say("x"));
        expect(given).toEqual({ state: "gave-up", reason: place.reason });
        expect(given.state !== "sent" && isUnreached(given)).toBe(place.none.kind === "person");
      }
    });

    it("a reply where it was spoken to", async () => {
      for (const chatId of "none" in bed.group ? [DIRECT] : [groupId, DIRECT]) {
        await bed.reply({ chatId, userId: USER, text: "进度 12" }, say("答复 #12"));
        expect(shown(chatId)).toEqual(["答复 #12"]);
      }
    });

    it("what is too long in numbered parts, each of which the platform takes, and nothing is lost", async () => {
      for (const { address, chatId } of places()) {
        const parts = bed.platform.render(address, LONG);
        const head = parts.slice(0, 15);
        expect(await sendAll(bed.platform, address, head)).toMatchObject({ state: "sent" });
        expect(shown(chatId)).toEqual(head.map(({ text }) => text));
        expect(head.map(({ text }) => /^\((\d+)\/(\d+)\)\s/.exec(text)?.slice(1))).toEqual(
          head.map((_, index) => [`${index + 1}`, `${parts.length}`]),
        );
        expect(
          parts
            .map(({ text }) => text)
            .join("")
            .split(LINE),
        ).toHaveLength(901);
      }
    });

    it("nothing of a card without words", () => {
      for (const { address } of places()) expect(bed.platform.render(address, say(" \n"))).toEqual([]);
    });

    it.each<[Trouble, string]>([
      ["passing", "later"],
      ["lasting", "gave-up"],
      ["setting", "barred"],
      ["unanswered", "unknown"],
    ])("what meets a %s failure: it is %s, and the next one goes", async (trouble, state) => {
      for (const { kind, address, chatId } of places()) {
        bed.trouble(kind, trouble);
        expect(await send(address, say("第一"))).toMatchObject({ state, reason: expect.any(String) });
        expect(shown(chatId)).toEqual(trouble === "unanswered" ? ["第一"] : []);
        await bed.ready();
        expect(await send(address, say("第二"))).toMatchObject({ state: "sent" });
        expect(last(shown(chatId))).toBe("第二");
      }
    });

    it("no secret in a reason, a state, or the name of a budget or robot", async () => {
      const found: unknown[] = [];
      for (const { kind, address } of places()) {
        for (const trouble of ["passing", "lasting", "setting"] as const) {
          bed.trouble(kind, trouble, `wrong: ${bed.secrets.join(" ")}`);
          found.push(await send(address, say("x")));
        }
        bed.trouble(kind, "unanswered");
        found.push(await send(address, say("x")));
        await bed.ready();
        found.push(bed.platform.budget(address).key, bed.platform.robot(address));
      }
      found.push(bed.states);
      for (const secret of bed.secrets) expect(JSON.stringify(found)).not.toContain(secret);
    });
  });

  describe("keeps within", () => {
    it("a budget of each conversation, which names it and what the platform allows", () => {
      const { platform, budgets } = bed;
      const keys = places().map(({ kind, address }) => {
        const { key, ...limits } = platform.budget(address);
        expect(limits).toEqual(budgets[kind]);
        expect(key).toMatch(new RegExp(`^${platform.name}:`));
        expect(platform.budget({ ...address }).key).toBe(key);
        return key;
      });
      const others = places().map(({ address }): Address => {
        if (address.kind === "person") return { ...address, userId: OTHER };
        const { webhook } = address;
        return { ...address, chatId: "another", ...(webhook !== undefined && { webhook: `${webhook}2` }) };
      });
      keys.push(...others.map((address) => platform.budget(address).key));
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  describe("shows buttons", () => {
    it("beside their words, or the words alone", async () => {
      for (const { address, chatId } of places()) {
        const parts = bed.platform.render(address, CARD);
        expect(await sendAll(bed.platform, address, parts)).toMatchObject({ state: "sent" });
        const carded = parts.some(({ card }) => card !== undefined);
        expect(carded).toBe(bed.cards === "sent");
        if (carded) expect(labels(bed.card())).toEqual(["签收"]);
        else expect(shown(chatId).join("\n")).toContain("签收 12");
      }
    });

    it("that say who pressed which of which card, where, and change with the answer", async () => {
      if (bed.cards === null) return;
      const chatId = chat();
      if (bed.cards === "replies") await bed.reply({ chatId, userId: USER, text: "进度 12" }, CARD);
      else for (const { address } of places().slice(0, 1)) await send(address, CARD);
      const card = bed.card();
      const key = card.buttons[0]?.key ?? "";
      expect(await bed.press({ chatId, userId: USER, card, key }, DONE)).toEqual(["进度"]);
      expect(heard()).toMatchObject({
        chat: chatId === DIRECT ? { kind: "direct" } : { kind: "group", id: groupId },
        sender: { id: USER },
        text: "",
        pictures: 0,
        press: { key, cardId: card.id },
      });
      expect(heard().messageId).not.toBe("");
    });

    it("in words where the platform takes no card after all", async () => {
      if (bed.cards !== "sent") return;
      for (const { address, chatId } of places()) {
        const before = shown(chatId).length;
        const parts = bed.platform.render(address, CARD);
        bed.refuseCard();
        expect(await sendAll(bed.platform, address, parts)).toMatchObject({ state: "sent" });
        expect(shown(chatId).slice(before).join("\n")).toContain("签收 12");
      }
    });
  });
});
