import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Issue } from "../../src/domain/issue/issue.ts";
import type { StepName } from "../../src/domain/park/org.ts";
import { remindersNotice } from "../../src/features/reminders/reminders-notice.ts";
import { Reader } from "../../src/messages/reader.ts";
import { renderText } from "../../src/messages/render-text.ts";
import type { Database } from "../../src/store/client.ts";
import { insertIssue } from "../../src/store/issues.ts";
import { freshDatabase, type TestDatabase } from "../support/databases.ts";
import { COMPANY, on, PARK } from "../support/domain.ts";
import { newIssue, openStore } from "../support/store.ts";

describe("a reminder that goes at, about or after its deadline", () => {
  let files: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    files = await freshDatabase("embedded");
    database = await openStore(files);
  });

  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  /** What a reminder about this issue says at a moment. */
  async function said(patch: Partial<Omit<Issue, "id">>, rung: StepName, deadline: Date, now: Date): Promise<string> {
    const { id } = await insertIssue(database.db, newIssue(patch));
    const about = rung === "confirm" ? "" : "power";
    const audience =
      rung === "confirm"
        ? { kind: "company" as const, actor: COMPANY }
        : { kind: "department" as const, department: "power" };
    const items = [{ issueId: id, rung, about, deadline: deadline.toISOString() }];
    const look = { db: database.db, park: PARK, now, issueId: null };
    const card = await remindersNotice.compose(remindersNotice.of({ items }), look, new Reader(audience, look));
    return card === null ? "" : renderText(card);
  }

  it("to confirm tells the day only while that is ahead", async () => {
    const confirmDue = on("12-01 17:30");
    const answered = { state: "answered" as const, answeredAt: on("11-26 17:30"), confirmDue };
    expect(await said(answered, "confirm", confirmDue, on("12-01 09:00"))).toContain(
      "到 12月1日 周二 17:30 未确认将自动办结",
    );
    const late = await said(answered, "confirm", confirmDue, on("12-03 09:00"));
    expect(late).toContain("确认期限已到，仍不确认的将自动办结");
    expect(late).not.toContain("12月1日");
  });

  it("of the yellow light never says that no hour is left", async () => {
    const due = on("12-01 17:30");
    const about = { state: "in_progress" as const, dispatchedAt: on("11-24 17:30"), due };
    expect(await said(about, "answer-warning", due, on("12-01 16:30"))).toContain("还剩 1 小时");
    expect(await said(about, "answer-warning", due, on("12-01 17:28"))).toContain("还剩不到 10 分钟");
    expect(await said(about, "answer-warning", due, on("12-02 09:00"))).toContain("12月1日 周二 17:30 已过，尚未答复");
  });
});
