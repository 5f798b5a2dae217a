import { expect, it } from "vitest";
import { own, said } from "../../../support/talk.ts";

/** What an official tells as done, and that what was gone is there again. */

const ISSUES = [own(3, "in_progress", "3号宿舍没有热水"), own(2, "in_progress", "主干道路面坑洼")];
const head = (text: string) => said(text, { who: "head", issues: ISSUES });

it.each([
  "3号宿舍热水器是房东的，让物业换了水泵，有水了",
  "宿舍热水器换了水泵，有水了",
  "宿舍水泵让物业换了，出热水了",
  "宿舍那边修了管子，现在有热水了",
])("is offered as the answer: %s", (text) => {
  expect(head(text)).toBe("offer answer 3");
});

it.each(["宿舍换了水泵，下周才有水", "宿舍换了水泵，还没有水", "换了水泵以后再看有没有热水"])(
  "but not what is not there yet: %s",
  (text) => {
    expect(head(text)).not.toContain("answer");
  },
);
