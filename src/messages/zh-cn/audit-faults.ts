import { COUNT_WORDS, RATE_WORDS } from "./terms.ts";

/** What the audit finds wrong, in Chinese. The audit itself speaks English. */

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^it is missing$/u, "缺了这一条"],
  [/^it is in no block$/u, "没有封存过，也不在等待封存"],
  [/^an event is sealed twice$/u, "有一条封存了两次"],
  [/^the first block of its seals is gone$/u, "第一个封存块不见了"],
  [/^the first block does not hold the hash of the events before it$/u, "第一个封存块的哈希与它以前的记录不符"],
  [/^block (\d+) of its seals is missing$/u, "缺了第 $1 个封存块"],
  [/^block (\d+) of its seals does not continue the one before$/u, "第 $1 个封存块与前一块接不上"],
  [
    /^block (\d+) of its seals does not hold what was sealed from here on$/u,
    "第 $1 个封存块与从这一条起封存的内容不符",
  ],
  [
    /^up to the checkpoint there are (\d+) events, and were (\d+) when it was signed$/u,
    "到检查点为止有 $1 条，签名时是 $2 条",
  ],
  [/^look (\d+) is missing$/u, "缺了第 $1 条查看记载"],
  [/^look (\d+) is not what was recorded$/u, "第 $1 条查看记载与当时记下的不一样"],
  [/^a look says that it is sealed, and is in no block$/u, "有一条查看记载写着已封存，却不在任何一块里"],
  [/^event (\d+) of the common problems is missing$/u, "缺了共性问题的第 $1 条记录"],
  [/^event (\d+) of the common problems is not what was recorded$/u, "共性问题的第 $1 条记录与当时记下的不一样"],
  [
    /^an event of the common problems says that it is sealed, and is in no block$/u,
    "有一条共性问题的记录写着已封存，却不在任何一块里",
  ],
  [/^common problem (\d+): its event (\d+) is missing$/u, "共性问题 G$1 缺了第 $2 条记录"],
  [
    /^common problem (\d+): its event (\d+) is not what was recorded$/u,
    "共性问题 G$1 的第 $2 条记录与当时记下的不一样",
  ],
  [
    /^common problem (\d+): it has (\d+) changes, and its record (\d+)$/u,
    "共性问题 G$1 在台账里有 $2 步，在记录里有 $3 步",
  ],
  [/^common problem (\d+): its (.+) is not what the record says$/u, "共性问题 G$1 的 $2 在台账里与记录不一样"],
  [/^it does not continue the event of its issue before$/u, "与这件诉求的上一条接不上"],
  [/^its content is not what was recorded$/u, "内容与当时记下的不一样"],
  [/^it does not continue event (\d+)$/u, "与第 $1 条接不上"],
  [/^it does not continue change (\d+)$/u, "与第 $1 次接不上"],
  [/^the org in force is not the one that was recorded last$/u, "现在生效的机构文件不是最后记下的那一份"],
  [/^its hash is not made of its content$/u, "哈希不是由它的内容算出来的"],
  [/^its issue is not in the ledger$/u, "台账里没有它的诉求"],
  [/^it says version (\d+), not (\d+)$/u, "写的是这件诉求的第 $1 步，应是第 $2 步"],
  [/^it starts from another state$/u, "不是从诉求当时的状态开始的"],
  [/^it leads to no known state$/u, "变成了没有的状态"],
  [/^it is in the ledger and in no event$/u, "台账里有，记录里没有"],
  [/^the ledger has (\d+) moves of this issue, the record (\d+)$/u, "这件诉求在台账里有 $1 步，在记录里有 $2 步"],
  [/^the ledger's (.+) of this issue is not what the record says$/u, "这件诉求的 $1 在台账里与记录不一样"],
];

const FIGURE = /^a figure differs: (.+) by the record, (.+) by the ledger$/u;

const FIGURES: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(COUNT_WORDS),
  ...Object.entries(RATE_WORDS),
  ["onHold", "挂账"],
  ["unconfirmed", "超时未确认"],
  ["unrated", "未评价"],
  ["medianMinutes", "办理时长中位数（分钟）"],
  ["p90Minutes", "办理时长九成以内（分钟）"],
]);

/** A fault in Chinese; one that is not known here as it is. */
export function auditFault(english: string): string {
  const figure = FIGURE.exec(english);
  if (figure !== null) return `有一个数字不一样：按记录是 ${figureText(figure[1])}，按台账是 ${figureText(figure[2])}`;
  const found = FAULTS.find(([pattern]) => pattern.test(english));
  return found === undefined ? english : english.replace(found[0], found[1]);
}

/** `collected 3`, or a rate of the same name as a count: `solved 1/2`. */
function figureText(text = ""): string {
  const [, name = "", value = ""] = /^(\S+) (.+)$/u.exec(text) ?? [];
  const word = name === "solved" && !value.includes("/") ? COUNT_WORDS.solved : FIGURES.get(name);
  return word === undefined ? text : `${word} ${value === "none" ? "无" : value}`;
}
