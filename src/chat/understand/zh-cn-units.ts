/** How people shorten the names of units. In plain text. */

/** Ends like a unit: 建设局, 供电公司, 消防大队. */
export const LOOKS_LIKE_A_UNIT = /\p{Script=Han}{2,7}(?:局|公司|中心|分局|所|办|委|大队)/gu;

/** Behind these somebody is named who shall have it. */
export const CALLS_A_UNIT = /(?:转|派|交|推|报|分|找|问|归|由|是|属|请|让|联系|通知|给|到)(?:给|到|由|于|单)?/gu;

/** 供电公司 → 供电. */
export function stemOf(name: string): string {
  return name.replace(/(?:有限)?(?:公司|分局|局|中心|办公室|办|委员会|委)$/u, "");
}

/** ，供电公司协办 */
export const ASSISTED = /[,，;；。、\s][^,，;；。]{0,4}?\p{Script=Han}{2,10}(?:来|一起|负责|参与)?(?:协办|配合|协助)/u;
