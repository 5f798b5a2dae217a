import type { RouteWords } from "../english/route.ts";
import { rateText } from "./terms.ts";
import { IN_LANGUAGE, spaced } from "./tools.ts";

/** What the tool `route` says, in Chinese. */

const HITS = { first: "对", among: "在建议之中", wrong: "不对" };

export const ROUTE_ZH: RouteWords = {
  routeUsage: `用法：
  npm run route -- 文件.jsonl [--json]          试一试现在会怎样分派，每行一条：{"text": …}，还可以有 title、category、company，
                                                以及 unit（或 label）：实际由哪个单位承办。纯文本文件每行一条
  npm run route -- --month 2026-10 [--json]     某个月提出的诉求（last：上个月），与实际派单对照
                                                --json 每条输出一行 JSON，最后一行是统计
什么都不会登记或改动。${IN_LANGUAGE}`,
  routing: () => "试跑",
  routeLine: (line) => `第 ${line} 行`,
  routeLineProblem: {
    "no-json": () => '不是 JSON 对象，没有计入：请写成 {"text": "…"}',
    "no-text": () => "没有 text，没有计入：请把诉求写在 text 里",
    "no-words": (field) => `${spaced(field)}不是文字，没有计入：请加引号`,
  },
  routed: ({ row, choices, isSure, decided, hit }) => {
    const what = isSure
      ? `自动派给 ${choices.join("")}`
      : choices.length === 0
        ? "交营商办派单，没有建议"
        : `交营商办派单，建议 ${choices.join("；")}`;
    return `${row}：${what}${decided === null ? "" : `。实际：${decided}${hit === null ? "" : `，${HITS[hit]}`}`}`;
  },
  routeFigures: (of) => [
    `共 ${of.messages} 条，其中会自动派单的 ${rateText(of.automatic, of.messages)}。`,
    ...(of.decided === 0
      ? ["没有一条知道实际派给了谁，无法对照。"]
      : [
          `与实际派单对照 ${of.decided} 条：自动派单正确 ${rateText(of.automaticRight, of.automaticDecided)}，第一建议正确 ${rateText(of.first, of.decided)}，前三个建议中有 ${rateText(of.among, of.decided)}。`,
        ]),
  ],
  routeMistakes: () => "与实际不同的，多的在前：",
  routeMistake: (decided, proposed, count, automatic) =>
    `  ${count} 条：实际${spaced(decided)}，程序${proposed === null ? "没有建议" : `选${spaced(proposed)}`}${automatic === 0 ? "" : `（其中自动派单 ${automatic} 条）`}`,
  routeLeftOut: (count, first) => `${count} 行没有计入，第一处：${first}`,
  routeUnknown: (units, count) => `${count} 条没有对照，机构文件里没有这些单位：${units.join("、")}。`,
  routeKnows: (version, leastCases) =>
    version === 0
      ? "还没有学习：只按责任清单、相似的诉求和派过的词。"
      : `用的是学到的第 ${version} 版，至少有 ${leastCases} 件的单位才自动派。`,
  routeWasLearned: () =>
    "这些派单有一部分正是学习的材料，结果会偏高：没有见过的诉求会怎样，见看板的“派单试跑”和 npm run bench:routing。",
  routeNoMonth: (word) => `${spaced(word)}不是已经开始的月份：请写成 2026-10，或者 last（上个月）。`,
  routeOnPage: () => "程序正用着内嵌数据库：请打开看板的“派单试跑”（/routing），那里一样可以试。",
  routeEmpty: (name) => `${spaced(name)}里没有诉求。`,
  routeUnread: (name, code) => `${spaced(name)}读不了（${code}）。`,
  routeTooLarge: (name, megabytes) => `${spaced(name)}超过 ${megabytes} MB：请分成几个文件。`,
  routeNoText: (name) => `${spaced(name)}不是 UTF-8 的文字：请另存为 UTF-8。`,
};
