import { expect, it } from "vitest";
import { shortLikes } from "../../../src/chat/short-likes.ts";
import { SAMPLE_PARK } from "../../support/talk.ts";

const OPEN = [
  "停电了！",
  "我们这边停电了，车间全黑",
  "厂后面半夜还有渣土车，吵",
  "门口井盖没了",
  "宿舍有人喝药了",
  "停电以后冷库的三台压缩机都烧坏了，想问供电公司赔不赔，找谁登记",
].map((text, index) => ({ id: index + 1, text }));
const likes = (text: string) => shortLikes(text, OPEN, SAMPLE_PARK.directory).map(({ id }) => id);

it("in few words the same is told by one word of the duty table, or by most of what is told, the newest first", () => {
  expect(likes("停电了，冷库快撑不住了")).toEqual([2, 1]);
  expect(likes("又是渣土车，半夜两点")).toEqual([3]);
  expect(likes("我们门口没人管")).toEqual([]);
  expect(likes("停水了，车间全停")).toEqual([]);
  // Where it is does not make it the same.
  expect(likes("隔壁工地半夜打桩，吵得我们宿舍没法睡")).toEqual([]);
  expect(likes("停电以后冷库的压缩机都烧坏了，想问供电公司赔不赔钱")).toEqual([]);
});
