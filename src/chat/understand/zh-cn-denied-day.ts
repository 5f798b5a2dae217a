/** A day that is named only to say that it is not meant: 时限不是月底，12月15号; 15号来不及，改20号. In plain text. */

/** Right before the day. 是不是15号, 能不能延到15号 ask, and 要不是 supposes. */
const DENIED =
  /(?:(?<![是要若])(?:并?不|不再)是|(?<![能可要会该准许必是])不(?:应该?|该|能|可以?|要|用|必|准|许|得)(?=[\s是到等拖定写放改延排按在算])|(?<![分特个])别(?=[\s等拖定写放改延排按]))(?:说|指|写的?|填的?|定的?|原来的?|之前的?|上次的?|什么|放|拖|等|延|排|改|按|算|到|在|成|至|是|的|\s){0,4}$/u;
/** Right behind it, where another day follows: 15号来不及，改20号; 这个月底改成下月底. */
const REJECTED =
  /^(?:[日号]|[之以]?前|那天|这个?(?:日期|时间)?|是|的|了|也|就|都|又|太|写|说|填|定|搞|弄|记|赶|肯定|怕是|恐怕|可能|有点|我?看|\s){0,5}(?:不(?:对|行|成|算|够|现实|可能|可以|要)|错了?|[赶来]不(?:及|上|出来?)|太?[早晚紧赶急](?:了|[,，])|作废|悬|(?:改|延|推|挪|调|提)(?:期|迟|长|后|前|整)?[到成为至在])/u;
/** 不是15号吗: it is. */
const ASKS = /^[^,，。;；!！]{0,10}(?:[吗么嘛?？])/u;
/** What may say so; in the text as it was written. */
export const MAY_DENY_A_DAY =
  /[不别別错錯悬懸]|太[早晚紧緊赶趕急]|作[废廢]|[改延推挪调調提][^,，。]{0,1}[到成为為至在]/u;
/** So far is looked around a day. */
const NEAR = 12;

/** How a text speaks of the day that stands there: `now`: it is not meant; `then`: it is not, where another is named in its place. */
export function deniedAt(plain: string, start: number, end: number): "now" | "then" | null {
  const behind = plain.slice(end, end + NEAR);
  if (DENIED.test(plain.slice(Math.max(0, start - NEAR), start))) return ASKS.test(behind) ? "then" : "now";
  return REJECTED.test(behind) ? "then" : null;
}

/** 不是15号，到, 这个月底改成: what stands before the day that is meant, without the one that is not. */
export function withoutDenial(ahead: string): string {
  if (MOVED_FROM.test(ahead)) return "";
  return ahead.replace(/^\s*(?:并?不是|不要)[^,，。;；]{1,12}[,，]?\s*(?:而是|是|[改换定][成为到在]?|要)?/u, "");
}

const MOVED_FROM =
  /^[^,，。;；]{1,12}[日号天周月底末前一二三四五六](?:改|延|推|挪|调|提)(?:期|迟|长|后|前|整)?[到成为至在]$/u;
