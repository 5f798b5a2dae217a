import { echo } from "../escape.ts";
import { type Saying, taught } from "../saying.ts";
import { USAGE } from "./common.ts";

/** What is said where common problems, or issues for one, are called by words. */

export const noneCalled = (called: string): Saying =>
  taught(`没有说到${echo(called)}的共性问题。`, "要看有哪些，请发：共性");

export const noIssuesCalled = (called: string, found: number): Saying =>
  taught(
    found === 0 ? `没有找到说到${echo(called)}的、办理中的诉求。` : `说到${echo(called)}、可以纳入的诉求只有 1 件。`,
    `也可写编号：${USAGE}`,
  );
export const makeThese = (title: string, reach: string) => `新建共性问题「${title}」吗？${reach}`;
export const OTHERS_BY_NUMBER = "不全是这些的，请写编号，例如：共性 新建 标题 12 15";
