import { expect, it } from "vitest";
import type { Doing } from "../../../../src/chat/understand/outcome.ts";
import { understand } from "../../../../src/chat/understand/understand.ts";
import { own, situationIn, stepsInFull } from "../../../support/talk.ts";

/** What is said to an offer of a company's words, and names another deed than the yes to it. */

const LAMP = "门卫室旁边的路灯不亮";
const SITUATION = situationIn({
  who: "liaison",
  place: "direct",
  issues: [own(5, "in_progress", "班车末班太早"), own(8, "in_progress", "宿舍水压太低")],
});

/** What is understood of a text, said to what is offered so. */
function to(offered: Pick<Doing, "command" | "number" | "rest">, text: string): readonly string[] {
  const doing: Doing = { ...offered, word: offered.command };
  return stepsInFull(understand(text, { ...SITUATION, question: { ask: "offer", doings: [doing] } }));
}
const toAddition = (text: string) => to({ command: "supplement", number: 5, rest: LAMP }, text);
const toUrging = (text: string) => to({ command: "urge", number: 8, rest: "" }, text);

it.each([
  ["嗯 单独报", "好的，单独提交", "单独登记一下", "这个单独提", "帮我单独立个诉求", "单独", "嗯嗯单独报吧"],
  ["另外报", "另外提一个", "对另外一件", "是另外的事", "另行登记", "再报一个", "重新提一个诉求"],
  ["分开报", "嗯分开", "分开登记吧", "不是，单独提", "不对，另一件", "不是一回事", "两件事", "新的"],
  ["算了，是新的", "算了，新的一件", "唉，新问题", "算了，单独报", "新的，是另外的事", "算了 另外一件", "新的哈"],
  [
    "另报",
    "新开一个",
    "单开一个",
    "新报一个",
    "那新提一个吧",
    "不用补充，另立一个",
    "算了不补充了，提新的",
    "新的 单独弄",
  ],
  ["提", "报", "报上去吧", "好的，报", "嗯提", "都报", "两个都报", "提个诉求"],
])("is raised by itself, where it was shown as an addition: %s …", (...texts) => {
  for (const text of texts) expect(toAddition(text), text).toEqual([`offer submit - ${LAMP}`]);
});

it("has of what kind it is, where that is told with it", () => {
  for (const kind of ["治安的事", "属于道路方面的", "照明的问题"])
    expect(toAddition(`新的，${kind}`), kind).toEqual([`offer submit - ${LAMP}\n${kind}`]);
  expect(toAddition("新的，宿舍停水了")).toEqual(["offer submit - 宿舍停水了"]);
});

it.each([
  "嗯就是",
  "就是它",
  "算",
  "嗯加上",
  "嗯 问一下",
  "好 记上",
  "对，补上",
  "是",
  "嗯嗯",
  "就是这个",
  "可以 就酱",
])("is added as it was written, and the yes is no part of it: %s", (text) => {
  expect(toAddition(text)).toEqual([`do supplement 5 ${LAMP}`]);
});

it.each(["嗯，三楼也不亮", "对，已经三天了", "是的，报修过两次都没人来"])(
  "has what a yes goes on to tell: %s",
  (text) => {
    const [step] = toAddition(text);
    expect(step).toMatch(new RegExp(`^do supplement 5 ${LAMP}\n`));
  },
);

it.each(["都报", "嗯 单独报", "另外报", "报", "单独提一个"])(
  "asks for what is to be raised in place of urging: %s",
  (text) => {
    expect(toUrging(text)).toEqual(["need submit -"]);
  },
);

it.each(["嗯就是", "就是它", "嗯，催", "是的", "催一下吧"])("urges by a yes alone: %s", (text) => {
  expect(toUrging(text)).toEqual(["do urge 8"]);
});

it("takes nothing back by half a word", () => {
  expect(to({ command: "withdraw", number: 8, rest: "" }, "算")).toEqual(["offer withdraw 8"]);
  expect(to({ command: "withdraw", number: 8, rest: "" }, "算了")).toEqual(["silence"]);
});

it.each(["分开报", "嗯分开", "都报", "分别提交", "单独登记", "嗯 各自报"])("raises each of several: %s", (text) => {
  const doings = ["水沟堵了", "垃圾没人清"].map(
    (rest): Doing => ({ command: "submit", word: "诉求", number: null, rest }),
  );
  const { steps } = understand(text, { ...SITUATION, question: { ask: "offer", doings } });
  expect(stepsInFull({ steps, why: [] })).toEqual(["do submit - 水沟堵了", "do submit - 垃圾没人清"]);
});
