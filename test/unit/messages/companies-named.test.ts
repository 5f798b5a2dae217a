import { describe, expect, it } from "vitest";
import type { Park } from "../../../src/domain/park/park.ts";
import { unlistedCode } from "../../../src/domain/park/unlisted.ts";
import { companiesNamed, type Subject } from "../../../src/messages/covering.ts";
import { SAMPLE_PARK } from "../../support/talk.ts";

/** Whom a text for several companies names. */

const PLASTICS = SAMPLE_PARK.org.enterprises.find(({ aliases }) => aliases.includes("中塑科技"));
const CODE = PLASTICS?.code ?? "";
const PARK: Park = {
  ...SAMPLE_PARK,
  known: new Map([
    ...SAMPLE_PARK.known,
    [
      CODE,
      { company: ["永州老塑料厂", ...(SAMPLE_PARK.known.get(CODE)?.company ?? [])], people: ["周长友", "殷海波"] },
    ],
    ["gone", { company: ["永州晨曦玩具有限公司"], people: ["邬立新"] }],
  ]),
};
const ISSUES: readonly Subject[] = [
  { enterprise: unlistedCode("麓山家具"), confidential: false, reporter: { name: "麓山家具", platform: "form" } },
  { enterprise: CODE, confidential: false, reporter: { name: "欧阳明" } },
  { enterprise: CODE, confidential: false, reporter: { name: "李敏" } },
];
const named = (text: string) => companiesNamed(text, ISSUES, PARK);

describe("companies are named by themselves, or by one of their people", () => {
  it.each([
    ["中塑的变压器先换", PLASTICS?.name],
    ["老塑料厂那边先送电，永州老塑料厂优先", PLASTICS?.name],
    ["周长友那里先送电", PLASTICS?.name],
    ["殷海波提的已处理", PLASTICS?.name],
    ["欧阳明反映的已修好", PLASTICS?.name],
    ["经欧阳经理确认", PLASTICS?.name],
    ["晨曦玩具那条线先修", "永州晨曦玩具有限公司"],
    ["邬总说已恢复", "永州晨曦玩具有限公司"],
    ["麓山家具的先修", "麓山家具"],
    ["经罗总确认已修好", "永州潇湘食品有限公司"],
    ["老罗确认过了", "永州潇湘食品有限公司"],
  ])("%s", (text, company) => {
    expect(named(text)).toEqual([company]);
  });

  it.each(["变压器已更换，2小时内恢复", "本周总结后再报", "建平房的地方先送电", "李敏已登记", "长友谊路已修好"])(
    "nobody: %s",
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );
});
