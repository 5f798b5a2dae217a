import { anyOf } from "./any-of.ts";

/** That a danger is over. */

const NOW_ALL = "(?:都|已经?|现在|全|也|总算|终于|自己|人|大家|他|她|应该){0,4}";
/** The whole of it, and not one thing: 人救出来了 leaves the fire. At the end of a clause. */
const OVER = new RegExp(
  `(?:${
    anyOf(
      `^${NOW_ALL}没(?:有)?(?:什么|啥|多)?大(?:事|碍)`,
      `没(?:有)?(?:什么|啥)?事(?:情|儿)?(?:了|啦)`,
      `(?:人|他|她|大家|们)${NOW_ALL}(?:没(?:有)?(?:什么|啥)?事|平安)`,
      `(?:火|火势|明火|火苗)${NOW_ALL}(?:扑|浇|救|熄)?灭(?:掉)?了`,
      `^${NOW_ALL}(?:扑|浇|熄)?灭(?:掉)?了(?:[扑浇熄]?灭(?:掉)?了)?`,
      "(?:扑|浇)灭(?:了)?",
      `^${NOW_ALL}没事(?:没事)*|(?<!有)没(?:有)?(?:什么|啥)?(?:大问题|危险)|(?:人|他|她|们)[^,，。]{0,6}平安|^${NOW_ALL}(?:平安|安全了)`,
      `^(?:是|刚才|刚刚|我们?)*(?:误报|虚报|搞错|弄错|看错)`,
      `^不用(?:再)?(?:来|派人|叫救护车|叫消防|报警)|抢救(?:过|回)来|(?:水|洪水)${NOW_ALL}退|^${NOW_ALL}(?:(?:处理|解决)(?:好|完)?了|搞定)`,
      `脱(?:离)?(?:了)?(?:生命)?危险|脱险|虚惊一场|不(?:漏|冒烟|烧)了`,
      `(?:险情|危险|警报)${NOW_ALL}(?:排除|解除|消除|过去)`,
      `(?:火势|泄漏|情况|局面|险情)${NOW_ALL}(?:被)?控制住`,
    ).source
  })(?:了|啦|的|吧|哈|啊|呀|哦|谢谢|大家放心|放心)*$`,
  "u",
);
/** Something of it goes on, or is only asked. */
const GOES_ON =
  /还(?!好|行|算)|又|但|不过|可是|只是|没灭|没醒|一直|越来越|快(?:来|点)|赶紧|[吗么?？]|没有?$|[了灭]没(?!(?:有)?(?:什么|啥)?大?(?:事|危险|问题|碍)(?:情|儿)?[了啦])/u;
/** Where people were brought: told beside it, it is over as well. */
const IN_HOSPITAL = /(?:送|拉|抬|去|到|进)[^,，。]{0,4}(?:医院|医)/u;

/** Whether a sentence says that it is over, and nothing against it. `clauses`: of it, in plain text without spaces. */
export function saysItIsOver(clauses: readonly string[]): boolean {
  return clauses.some((one) => OVER.test(one)) && !clauses.some((one) => GOES_ON.test(one));
}

/** Beside an end that is told, this clause tells of no danger any more. */
export function isPartOfTheEnd(clause: string): boolean {
  return OVER.test(clause) || IN_HOSPITAL.test(clause);
}
