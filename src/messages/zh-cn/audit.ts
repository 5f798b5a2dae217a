import type { AuditWords } from "../english/audit.ts";
import { auditFault } from "./audit-faults.ts";
import { reasonText } from "./tool-endings.ts";
import { IN_LANGUAGE, spaced } from "./tools.ts";

/** What the tool `audit` says, in Chinese. */

export const AUDIT_ZH: AuditWords = {
  auditUsage: `用法：
  npm run audit -- verify                             重新计算整条记录，再从记录重算台账里的每件诉求和各项数字
  npm run audit -- key 文件夹                         生成审计人的一对密钥
  npm run audit -- checkpoint 文件 --key 私钥.pem     先核对，再把记录完好到哪里签名写进文件
  npm run audit -- verify --from 文件 --key 公钥.pem  只核对这个检查点以后的内容
  npm run audit -- verify --fingerprint 指纹 [--key 公钥.pem]   全部核对，并核对记录里仍有某月记录指纹所指的内容；指纹是那一行（加引号），或存有它的文件
verify 和 checkpoint 都可以加 --from 文件；再加 --whole 则全部重算，同时必须与检查点相符。
${IN_LANGUAGE}`,

  recordUnsound: ({ event, issue, what }) => {
    const where = [...(event === null ? [] : [`第 ${event} 条记录`]), ...(issue === null ? [] : [`诉求 #${issue}`])];
    return `记录和台账有问题。${where.length === 0 ? "" : `${where.join("，")}：`}${auditFault(what)}。`;
  },
  orgRecordUnsound: ({ seq, what }) =>
    `机构的改动记录有问题。${seq === null ? "" : `第 ${seq} 次改动：`}${auditFault(what)}。`,
  orgRecordSound: (changes) =>
    `机构的改动记录完好：${changes} 次，顺序没有乱，内容没有改动；现在生效的就是最后记下的。`,
  recordSound: (events) => `记录完好：${events} 条，顺序没有乱，内容没有改动。`,
  ledgerAgrees: (issues) => `台账与记录一致：${issues} 件诉求，每一项都核对过，各项数字也一致：`,
  looksSound: (looks, forgotten) =>
    `查看和隐去的记载也完好：${looks} 条。有 ${forgotten} 条记录里隐去了字句，其余与当时记下的一样。`,
  keepOutside: () => "请把下面这一行保存在数据库之外；万一整条记录被人重写，可以用它来证明：",
  notSealed: (waiting, late) =>
    late === null
      ? `其中最后 ${waiting} 条还没有封存：再过一两秒就好。`
      : `其中最后 ${waiting} 条还没有封存，最早的是 ${late}：程序运行时会封存；如果它正在运行，请看它的日志。`,
  lastBlock: (block, events, hash) => `  第 ${block} 块，共 ${events} 条：${hash}`,

  checkpointFits: ({ at, block, events }) =>
    `与 ${at} 的检查点相符：第 ${block} 块，到这里共 ${events} 条，就是当时签名的那一块。`,
  soundSince: (events) => `此后的记录完好：又有 ${events} 条，顺序没有乱，内容没有改动；以前的条数没有变。`,
  agreesSince: (issues) => `此后有动静的 ${issues} 件诉求，台账与记录一致，每一项都从第一条记录起核对过。`,
  leftToCheckpoint: ({ at, events }, others) =>
    `以下以 ${at} 的检查点为准，没有再看：到那里为止的其他记录（总共 ${events} 条），其他 ${others} 件诉求，各项数字。加 --whole 全部核对。`,
  checkpointMisfits: {
    another: ({ at }) =>
      `${at} 的检查点属于另一份记录，不是这个数据库里的；或者整份记录被重做过。请看 DATABASE_URL 或 DATA_DIR 写得对不对。`,
    "set-back": ({ at, block }, last) =>
      `数据库被退回到了以前：现在只封存到第 ${last} 块，而 ${at} 的检查点已经到第 ${block} 块。中间记下的内容没有了。`,
    "went-another-way": ({ at, block }) =>
      `第 ${block} 块不是 ${at} 的检查点签名的那一块：数据库被退回到那以前又继续运行过，或者记录被重写过。`,
  },
  checkpointSigned: (path, block, events) =>
    `${spaced(path)}已签名：到第 ${block} 块，共 ${events} 条。请存在管数据库的人写不到的地方。`,
  nothingToSign: () => "还没有封存任何内容，没有可以签名的。",
  checkpointOtherKey: (path) => `${spaced(path)}是用另一把密钥签名的，不是给出的这一把。`,
  checkpointChanged: (path) => `${spaced(path)}签名以后被改动过。`,

  fingerprintFits: ({ month, at, block, events }) =>
    `与 ${month} 的记录指纹（${at} 生成）相符：到第 ${block} 块，仍是当时的 ${events} 条记录。`,
  signatureNotLookedAt: () => "没有给公钥，签名没有核对：这个结论的可信程度，取决于指纹是从哪里抄来的。",
  fingerprintMisfits: {
    another: ({ month }) =>
      `${month} 的记录指纹属于另一份记录，不是这个数据库里的：整个数据库被换掉或者重做过，或者 DATABASE_URL、DATA_DIR 写的是另一个。`,
    "set-back": ({ month, block }, last) =>
      `数据库被退回到了以前：现在只封存到第 ${last} 块，而 ${month} 的记录指纹已经到第 ${block} 块。中间记下的内容没有了。`,
    "went-another-way": ({ month, block }) =>
      `到第 ${block} 块为止的记录不是 ${month} 的记录指纹所指的：其中有改动、删除或者插入，而且整条链被重新计算过。`,
  },
  noFingerprintIn: (path) =>
    path === null
      ? "这不是完整的记录指纹：请从月报上把 chaxu-fingerprint-1 开头的整行抄下来，加上引号。"
      : `${spaced(path)}里没有记录指纹：请给月报上的那一行（加引号），或者存有它的文件。`,
  fingerprintChanged: () => "这个记录指纹签名以后被改动过，或者没有抄全。",
  fingerprintOtherKey: (key) => `这个记录指纹是用另一把密钥（${key}）签名的，不是给出的这一把。`,

  keysMade: (own, open) => `${spaced(own)}是私钥，只由签名的人保管；${spaced(open)}是公钥，交给核对的人。`,
  auditFileThere: (path) => `${spaced(path)}已经有了，没有动它：请换一个名字。`,
  auditFileUnread: (path, code) => `${spaced(path)}读不了：${reasonText(code)}。`,
  noCheckpointIn: (path) => `${spaced(path)}不是检查点。`,
  checkpointOfLater: (path) => `${spaced(path)}是另一个版本的茶叙的检查点：请用那个版本核对。`,
  noKeyIn: {
    none: (path) => `${spaced(path)}里没有密钥：要的是 npm run audit -- key 生成的那种 PEM 文件。`,
    "another-kind": (path) => `${spaced(path)}是另一种密钥：要的是 Ed25519 密钥。`,
    private: (path) => `${spaced(path)}是私钥：这里要的是公钥。核对的人不应有私钥。`,
    public: (path) => `${spaced(path)}是公钥：签名要用私钥。`,
    locked: (path) => `${spaced(path)}有密码：请用没有密码的密钥。`,
  },
};
