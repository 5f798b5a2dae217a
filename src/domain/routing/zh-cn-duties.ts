/** How offices write down what a unit is for: 负责园区供水、排水管网的建设和维护等工作。 */

/** What divides one thing from the next. */
const BETWEEN = /[\p{P}\p{S}\s]+|的|等|以及|(?<![普涉])及(?!时)|(?<!共)和(?!谐)|(?<!参)与|并/u;

/** What every office does, whatever it does it for: it stands before that, or behind it. */
const OFFICE_WORK =
  "负责|承担|组织|协调|指导|监督|监管|管理|管护|服务|建设|维护|维修|养护|保养|检修|检查|巡查|巡检|运营|运行|运维|保障|申报|受理|办理|处理|处置|协助|配合|落实|推进|开展|做好|实施|参与|日常";
/** What stands before what a unit does, and behind it, and in every sentence of the kind. */
const BEFORE = new RegExp(
  `^(?:主要|具体|统一|全面|统筹|主管|分管|牵头|对|本|全|辖区|园区|区内|全区|企业|各类|各项|相关|有关|其他|${OFFICE_WORK})+`,
  "u",
);
const BEHIND = new RegExp(`(?:工作|事务|事项|事宜|职责|业务|问题|诉求|${OFFICE_WORK})+$`, "u");

/** What a sentence says a unit is for, in its own words: 供水, 排水管网. */
export function mattersIn(sentence: string): readonly string[] {
  const all = sentence.split(BETWEEN).map((part) => part.replace(BEFORE, ""));
  const bare = all.map((part) => part.replace(BEHIND, ""));
  return [...new Set(bare.filter((one) => one.length > 1))];
}
