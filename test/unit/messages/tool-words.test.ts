import { describe, expect, it } from "vitest";
import { AUDIT_EN, type AuditWords } from "../../../src/messages/english/audit.ts";
import { LEDGER_EN, type LedgerToolWords } from "../../../src/messages/english/ledger.ts";
import { TOOLS_EN, type ToolWords } from "../../../src/messages/english/tools.ts";
import { wordsIn } from "../../../src/messages/operator-words.ts";
import { auditFault } from "../../../src/messages/zh-cn/audit-faults.ts";
import { endingSentence } from "../../../src/messages/zh-cn/tool-endings.ts";

const HAN = /\p{Script=Han}/u;
const LIMITS = { megabytes: 10, rows: 5000, sheet: "people" };
const CLAIMED = { platform: "wecom", account: "wangjg", name: "Wang", role: "officer" } as const;
const CHECKPOINT = { at: "2025-11-17T01:00:00.000Z", block: 9, events: 11 };
const FINGERPRINT = { ...CHECKPOINT, month: "2025-10" };
const COUNTS = { departments: 1, categories: 2, enterprises: 3, people: 4, chats: 5, digests: 6 };

/** Every sentence of the tools, with what it takes: one that is missing here does not compile. */
type Words = ToolWords & AuditWords & LedgerToolWords;
const CALLS: { readonly [Name in keyof Words]: (words: Words) => string | readonly string[] } = {
  misused: ({ misused }) => [
    misused({ misused: "nothing", among: ["a"] }),
    misused({ misused: "unknown", word: "a", among: ["b"] }),
    misused({ misused: "too-many", word: "a" }),
    misused({ misused: "without-value", option: "--a" }),
    misused({ misused: "twice", option: "--a" }),
    misused({ misused: "not-with", option: "--a", verb: "b" }),
    misused({ misused: "needs", what: "a", needs: "b" }),
    misused({ misused: "language" }),
  ],
  orgUsage: (words) => words.orgUsage,
  auditUsage: (words) => words.auditUsage,
  configurationWrong: (words) => words.configurationWrong(),
  noDatabaseIn: (words) => words.noDatabaseIn("data/db"),
  noLedger: (words) => words.noLedger(),
  endedBy: (words) => words.endedBy("org-file", "The org file a.yaml cannot be read (ENOENT)."),
  orgHasErrors: (words) => words.orgHasErrors("a.yaml", 2),
  orgErrorLine: (words) => words.orgErrorLine({ line: 3, path: "people[1]", message: "unknown field" }),
  orgNote: (words) => words.orgNote("a"),
  orgSummary: (words) => words.orgSummary("a.yaml", "Park", COUNTS),
  databaseNotAsked: (words) => words.databaseNotAsked(),
  orgUnchanged: (words) => words.orgUnchanged("a.yaml"),
  orgInForce: (words) => words.orgInForce("a.yaml"),
  orgChange: (words) => words.orgChange("added person Wang"),
  orgUndoesBoard: ({ orgUndoesBoard }) => [orgUndoesBoard("a.yaml", 0), orgUndoesBoard("a.yaml", 2)],
  orgTakeFile: (words) => words.orgTakeFile("a.yaml"),
  otherOrgFile: (words) => words.otherOrgFile("a.yaml"),
  appliedOrgFile: (words) => words.appliedOrgFile(),
  listNoExcelName: (words) => words.listNoExcelName("a.csv"),
  listIsThere: (words) => words.listIsThere("a.xlsx"),
  listWritten: (words) => words.listWritten("a.xlsx"),
  listAimIsThere: (words) => words.listAimIsThere("a.yaml"),
  listAimHasErrors: (words) => words.listAimHasErrors("a.yaml", 1),
  listHasAll: (words) => words.listHasAll("a.yaml"),
  listAimWritten: (words) => words.listAimWritten("a.yaml"),
  listNext: (words) => words.listNext("a.yaml"),
  listMore: (words) => words.listMore(7),
  listFile: ({ listFile }) => Object.values(listFile).map((sentence) => sentence("a.xlsx", LIMITS)),
  nobodyClaims: (words) => words.nobodyClaims("Wang"),
  severalClaim: (words) => words.severalClaim(2, "Wang"),
  recognisedAs: (words) => words.recognisedAs(CLAIMED),
  nobodyWaits: (words) => words.nobodyWaits(),
  waits: (words) => (["none", "right", "other"] as const).map((phone) => words.waits(CLAIMED, phone)),
  accountOf: (words) => words.accountOf("Wang", "wecom", "wangjg"),
  nothingRecognised: (words) => words.nothingRecognised(),
  accountsWritten: (words) => words.accountsWritten("a.yaml", 2),
  companyUnknown: (words) => words.companyUnknown("a"),
  companyExported: (words) => words.companyExported("a.json", 2),
  forgetNeedsName: (words) => words.forgetNeedsName(),
  forgetStillThere: (words) => words.forgetStillThere("Wang"),
  forgetWould: (words) => words.forgetWould("Wang", 1, 2),
  forgotten: (words) => words.forgotten("Wang", 2),
  looksSound: (words) => words.looksSound(2, 3),
  recordUnsound: (words) => [
    words.recordUnsound({ event: 5, issue: 1, what: "its content is not what was recorded" }),
    words.recordUnsound({
      event: null,
      issue: null,
      what: "a figure differs: open 1 by the record, open 2 by the ledger",
    }),
  ],
  orgRecordUnsound: (words) => [
    words.orgRecordUnsound({ seq: 2, what: "it is missing" }),
    words.orgRecordUnsound({ seq: null, what: "the org in force is not the one that was recorded last" }),
  ],
  orgRecordSound: (words) => words.orgRecordSound(4),
  recordSound: (words) => words.recordSound(11),
  ledgerAgrees: (words) => words.ledgerAgrees(3),
  keepOutside: (words) => words.keepOutside(),
  notSealed: (words) => words.notSealed(3, "2025-11-17T01:00:00.000Z") + words.notSealed(3, null),
  lastBlock: (words) => words.lastBlock(2, 11, "0123456789abcdef"),
  checkpointFits: (words) => words.checkpointFits(CHECKPOINT),
  soundSince: (words) => words.soundSince(3),
  agreesSince: (words) => words.agreesSince(2),
  leftToCheckpoint: (words) => words.leftToCheckpoint(CHECKPOINT, 4),
  checkpointMisfits: ({ checkpointMisfits }) =>
    Object.values(checkpointMisfits).map((sentence) => sentence(CHECKPOINT, 5)),
  checkpointSigned: (words) => words.checkpointSigned("a.json", 9, 11),
  nothingToSign: (words) => words.nothingToSign(),
  checkpointOtherKey: (words) => words.checkpointOtherKey("a.json"),
  checkpointChanged: (words) => words.checkpointChanged("a.json"),
  keysMade: (words) => words.keysMade("a.pem", "b.pem"),
  auditFileThere: (words) => words.auditFileThere("a.json"),
  auditFileUnread: (words) => words.auditFileUnread("a.json", "ENOENT"),
  noCheckpointIn: (words) => words.noCheckpointIn("a.json"),
  checkpointOfLater: (words) => words.checkpointOfLater("a.json"),
  fingerprintFits: (words) => words.fingerprintFits(FINGERPRINT),
  signatureNotLookedAt: (words) => words.signatureNotLookedAt(),
  fingerprintMisfits: ({ fingerprintMisfits }) =>
    Object.values(fingerprintMisfits).map((sentence) => sentence(FINGERPRINT, 5)),
  noFingerprintIn: (words) => [words.noFingerprintIn(null), words.noFingerprintIn("a.txt")],
  fingerprintChanged: (words) => words.fingerprintChanged(),
  fingerprintOtherKey: (words) => words.fingerprintOtherKey("00112233445566ff"),
  noKeyIn: ({ noKeyIn }) => Object.values(noKeyIn).map((sentence) => sentence("a.pem")),
  ledgerUsage: (words) => words.ledgerUsage,
  progress: (words) => words.progress({ what: words.importing(), done: 20, total: 300, left: 4 }),
  exporting: (words) => words.exporting(),
  importing: (words) => words.importing(),
  verifying: (words) => words.verifying(),
  ledgerNoExcelName: (words) => words.ledgerNoExcelName("a.csv"),
  ledgerFileThere: (words) => words.ledgerFileThere("a.xlsx"),
  ledgerExported: (words) => words.ledgerExported("a.xlsx", { problems: 30, duties: 20, events: 40 }),
  ledgerHoldsAll: (words) => words.ledgerHoldsAll(),
  ledgerUnread: (words) => words.ledgerUnread("a.xlsx", "E2"),
  ledgerFile: ({ ledgerFile }) => Object.values(ledgerFile).map((sentence) => sentence("a.xlsx", LIMITS)),
  ledgerNoRows: (words) => words.ledgerNoRows("a.xlsx", ["b.csv"]),
  sheetNotes: ({ sheetNotes }) => each(sheetNotes),
  rowAt: (words) => [words.rowAt(null, 3), words.rowAt("a.xlsx", 3)],
  rowFates: ({ rowFates }) => each(rowFates),
  rowProblems: ({ rowProblems }) => each(rowProblems),
  rowNotes: ({ rowNotes }) => each(rowNotes),
  importFound: (words) => words.importFound({ new: 2, there: 3, refused: 4 }),
  importDone: (words) => words.importDone({ new: 2, there: 3, refused: 4 }),
  unknownNames: (words) => Object.values(words.unknownNames).map((say) => say([{ name: "Acme", count: 2 }])),
  importStopped: (words) => words.importStopped(2, 3),
  importReturned: (words) => words.importReturned("a.xlsx", 2),
};

/** All of a group, with texts for whatever they take, in lists as well. */
function each(sentences: Readonly<Record<string, (...given: never[]) => string>>): readonly string[] {
  const given = ["a.xlsx", ["b.xlsx"], ["a.csv"], ["b.csv"]];
  return Object.values(sentences).map((sentence) => (sentence as (...all: unknown[]) => string)(...given));
}

describe("what the tools org, audit and ledger say", () => {
  it.each(Object.entries(CALLS))("is %s in English alone, and in Chinese", (name, call) => {
    expect(Object.keys({ ...TOOLS_EN, ...AUDIT_EN, ...LEDGER_EN })).toContain(name);
    const [en = [], zh = []] = (["en", "zh"] as const).map((language) => [call(wordsIn(language))].flat());
    expect(zh).toHaveLength(en.length);
    for (const sentence of en) expect(sentence).not.toMatch(HAN);
    for (const sentence of zh) expect(sentence).toMatch(HAN);
    const given = /\d+|[ab]\.(?:yaml|xlsx|csv|json|pem)|wangjg|Wang(?!\w)|DATA_DIR|DATABASE_URL|ORG_FILE/g;
    for (const [place, sentence] of en.entries()) {
      expect(new Set(zh[place]?.match(given))).toEqual(new Set(sentence.match(given)));
    }
  });
});

describe("what ends a tool", () => {
  it("is said in Chinese where there is a sentence for it, else as it is", () => {
    expect(endingSentence("org-file", "The org file a.yaml cannot be read (ENOENT).")).toBe(
      "机构文件 a.yaml 读不了：没有这个文件或文件夹（ENOENT）。",
    );
    expect(endingSentence("list", "The list a (1).xlsx cannot be read (EACCES).")).toBe(
      "名单 a (1).xlsx 读不了：当前用户没有权限（EACCES）。",
    );
    expect(endingSentence("write", "a.yaml cannot be written (unknown reason).")).toBe("a.yaml 写不进去：原因不明。");
    expect(endingSentence("write", "a.yaml cannot be written (EXDEV).")).toBe("a.yaml 写不进去：EXDEV。");
    expect(endingSentence("database-in-use", "In use.")).toMatch(
      /^内嵌数据库正由另一个茶叙使用.*程序的说明：In use\.$/,
    );
    expect(endingSentence("other", "Something new.")).toBe("Something new.");
  });
});

describe("a fault of the audit in Chinese", () => {
  it.each([
    ["it is missing", "缺了这一条"],
    ["it is in no block", "没有封存过，也不在等待封存"],
    ["an event is sealed twice", "有一条封存了两次"],
    ["the first block of its seals is gone", "第一个封存块不见了"],
    ["the first block does not hold the hash of the events before it", "第一个封存块的哈希与它以前的记录不符"],
    ["block 3 of its seals is missing", "缺了第 3 个封存块"],
    ["block 3 of its seals does not continue the one before", "第 3 个封存块与前一块接不上"],
    ["block 3 of its seals does not hold what was sealed from here on", "第 3 个封存块与从这一条起封存的内容不符"],
    ["it does not continue the event of its issue before", "与这件诉求的上一条接不上"],
    ["its content is not what was recorded", "内容与当时记下的不一样"],
    ["it does not continue event 4", "与第 4 条接不上"],
    ["its hash is not made of its content", "哈希不是由它的内容算出来的"],
    ["its issue is not in the ledger", "台账里没有它的诉求"],
    ["it says version 2, not 3", "写的是这件诉求的第 2 步，应是第 3 步"],
    ["it starts from another state", "不是从诉求当时的状态开始的"],
    ["it leads to no known state", "变成了没有的状态"],
    [
      "up to the checkpoint there are 10 events, and were 11 when it was signed",
      "到检查点为止有 10 条，签名时是 11 条",
    ],
    ["it is in the ledger and in no event", "台账里有，记录里没有"],
    ["the ledger has 2 moves of this issue, the record 1", "这件诉求在台账里有 2 步，在记录里有 1 步"],
    ["the ledger's state, due of this issue is not what the record says", "这件诉求的 state, due 在台账里与记录不一样"],
    [
      "a figure differs: solved 1 by the record, solved 2 by the ledger",
      "有一个数字不一样：按记录是 已解决 1，按台账是 已解决 2",
    ],
    [
      "a figure differs: solved 1/2 by the record, solved 2/2 by the ledger",
      "有一个数字不一样：按记录是 解决率 1/2，按台账是 解决率 2/2",
    ],
    [
      "a figure differs: p90Minutes none by the record, p90Minutes 4.000 by the ledger",
      "有一个数字不一样：按记录是 办理时长九成以内（分钟） 无，按台账是 办理时长九成以内（分钟） 4.000",
    ],
    ["something that a later version finds", "something that a later version finds"],
  ])("of «%s»", (english, chinese) => {
    expect(auditFault(english)).toBe(chinese);
  });
});
