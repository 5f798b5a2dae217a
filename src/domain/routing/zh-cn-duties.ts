/** How offices write down what a unit is for: 负责园区供水、排水管网的建设和维护等工作。 */

/** What divides one thing from the next. */
const BETWEEN = /[\p{P}\p{S}\s]+|的|等|以及|(?<![普涉])及(?!时)|(?<!共)和(?!谐)|(?<!参)与|并/u;

/** What stands before what a unit does, and behind it, and in every sentence of the kind. */
const BEFORE =
  /^(?:主要|具体|统一|全面|统筹|负责|承担|主管|分管|牵头|组织|协调|指导|受理|办理|处理|协助|配合|落实|推进|开展|做好|实施|参与|本|全|辖区|园区|区内|全区|企业|各类|相关|有关|其他)+/u;
const BEHIND =
  /(?:工作|事务|事项|事宜|职责|业务|管理|服务|监管|监督|建设|维护|运营|协调|保障|申报|办理|受理|处理|问题|诉求|指导|推进)+$/u;

/** What a sentence says a unit is for, in its own words: 供水, 排水管网. */
export function mattersIn(sentence: string): readonly string[] {
  const all = sentence.split(BETWEEN).map((part) => part.replace(BEFORE, ""));
  const bare = all.map((part) => (part.replace(BEHIND, "").length > 1 ? part.replace(BEHIND, "") : ""));
  return [...new Set(bare.filter((one) => one.length > 1))];
}
