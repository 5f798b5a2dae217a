import { describe, expect, it } from "vitest";
import { commandNamed } from "../../../src/chat/command.ts";
import { commandsFor } from "../../../src/chat/help.ts";
import { parse } from "../../../src/chat/understand/parse.ts";
import { ACTIONS, isDoable } from "../../../src/domain/issue/lifecycle.ts";
import { commandOf } from "../../../src/messages/zh-cn/commands.ts";
import { COMMANDS } from "../../support/commands.ts";
import { COMPANY, COORDINATOR, GUEST, LEAD, LEADER } from "../../support/domain.ts";

describe("the table of commands", () => {
  it("has a command for every action of the lifecycle table that people make", () => {
    for (const action of ACTIONS) {
      const name = isDoable(action) ? commandOf(action) : "submit";
      expect(commandNamed(COMMANDS, name).name).toBe(name);
    }
  });

  it("has no word twice", () => {
    const words = COMMANDS.flatMap((spec) => [...spec.words, spec.english, ...(spec.englishToo ?? [])]);
    expect(new Set(words).size).toBe(words.length);
  });

  it("knows the contract's words and their English twins", () => {
    const chinese =
      "诉求 反映 代 我是 补充 撤回 催办 进度 我的 期限 已解决 认可 未解决 评价 重开 派单 转派 协办 不受理 督办 批示 反馈 值班 请假 销假 " +
      "同意 驳回 签收 受理 联系 措施 进展 备注 请补充 答复 办结 退单 延期 挂账 恢复 待办 统计 简报 帮助 搜索 投递 重发 看板 为什么";
    const english =
      "issue add status mine assign sign contact measure progress note ask answer solved accept unsolved rate reopen " +
      "withdraw return extend hold approve refuse urge supervise todo stats help brief due for iam transfer reject";
    for (const word of `${chinese} ${english}`.split(" "))
      expect([word, parse(word, COMMANDS).kind]).toEqual([word, "command"]);
  });

  it("teaches usages that are understood as what they teach", () => {
    for (const spec of COMMANDS)
      expect(parse(spec.usage, COMMANDS)).toMatchObject({ kind: "command", spec: { name: spec.name } });
  });
});

describe("help", () => {
  it("lists what somebody of this kind can do, and nothing else", () => {
    const names = (actor: typeof COMPANY) => commandsFor({ actor, commands: COMMANDS }).map((spec) => spec.name);
    expect(names(COMPANY)).toEqual(expect.arrayContaining(["submit", "solved", "withdraw", "urge", "help"]));
    expect(names(COMPANY)).not.toEqual(expect.arrayContaining(["dispatch"]));
    expect(names(GUEST)).toEqual(names(COMPANY));
    expect(names(LEAD)).toEqual(expect.arrayContaining(["sign", "answer", "return", "todo"]));
    for (const not of ["submit", "dispatch", "approve"]) expect(names(LEAD)).not.toContain(not);
    expect(names(COORDINATOR)).toEqual(expect.arrayContaining(["dispatch", "reject", "approve", "outbox"]));
    expect(names({ ...COORDINATOR, role: "admin" })).toEqual(names(COORDINATOR));
    expect(names(LEADER)).toEqual(expect.arrayContaining(["approve", "supervise", "brief"]));
    expect(names(LEADER)).not.toContain("dispatch");
  });
});
