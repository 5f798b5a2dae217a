import { describe, expect, it } from "vitest";
import { deedBeside } from "../../../../src/domain/routing/zh-cn-deeds.ts";
import { withoutDenied } from "../../../../src/domain/routing/zh-cn-denied.ts";
import { sideBySide, toldBeforeMore } from "../../../../src/domain/routing/zh-cn-matters.ts";
import { onlyWhere } from "../../../../src/domain/routing/zh-cn-places.ts";
import { meantIn } from "../../../../src/domain/routing/zh-cn-senses.ts";
import { withoutPleas } from "../../../../src/domain/routing/zh-cn-wishes.ts";

/** Each of these reads every message, some of them several times. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "what is denied": withoutDenied,
  "other senses": meantIn,
  "what people did": (text) => deedBeside(text, ""),
  "what stands side by side": (text) => [sideBySide(text), toldBeforeMore(text)],
  "where it is": (text) => onlyWhere(text, "宿舍"),
  wishes: withoutPleas,
};

const UNITS =
  "没停|没停也|没停又|没停更|没停，|没停 |没停也没停|也|又|更|没|不是|不是停也|不是停，也|不是停，|，也| |我们|，我|，不对|说错|以为停，|说是|怀疑是停，|其实|是|是停，|，不是|不说停，|跟停|没关系|偷|拆|有人拆|被拆|有人剪|卖|撬|被撬|被|有人|请|推销|天天推|骚扰|狗骚|工资|拖欠工资|没发工|有人烧|有人点|放火|着火|打着|打着火|车打|车又|打不|出口|厂区|户口是|信号灯|路口|噪音|可疑|和|，还有|停电、|宿舍|宿舍的|住宿舍|希望|保密".split(
    "|",
  );
const LONGEST = 2_000;
const MOST_MS = 5;
const TRIES = 6;

describe("a message of the greatest length", () => {
  it.each(Object.entries(READERS))("is read at once, whatever it repeats: %s", (_name, read) => {
    const slow = UNITS.filter((unit) => fastest(read, unit.repeat(LONGEST).slice(0, LONGEST)) > MOST_MS);
    expect(slow).toEqual([]);
  });
});

/** The best of some tries, because a busy machine makes single ones slow. */
function fastest(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && best > MOST_MS; tries++) {
    const began = performance.now();
    read(text);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
