/** Who is on duty, away, or back. In plain text. */

/** 值班改成谭小兵, 明天起 孙立 值班: who is on duty. */
const DUTY_SAID = [
  /(?:^|[,，。])(?:今天|明天|后天|本周|这周|下周|今晚|从?[今明后]天起)?(?:的)?值班(?:人员?|员|的)?(?:今天|明天|本周)?(?:改成|改为|换成|换为|换|改|由|是|安排|轮到|[:：])\s*(\p{Script=Han}{2,4}?)(?:值班|来)?[\s。,，!]*$/u,
  /^(?:从?(?:今|明|后)(?:天|晚|日)?|本周|这周|下周|周[一二三四五六日末])?(?:起|开始)?[\s,，]*(?:由|换|改由|轮到|安排)?\s*(\p{Script=Han}{2,3}?)\s*(?:来)?值班[\s。,，!]*$/u,
] as const;

export function onDuty(plain: string): string | null {
  for (const said of DUTY_SAID) {
    const person = said.exec(plain)?.[1];
    if (person !== undefined && !NO_NAME.test(person)) return person;
  }
  return null;
}

const NO_NAME = /谁|哪|今|明|我|什么|怎|几|下周|本周|改|安排|今天|名单|表/u;

/** 小唐请假到下周五: somebody is away. */
export const IS_AWAY =
  /请(?:个|了|几天|[一两三半]天)?(?:年|病|事|婚|产|探亲)?假|休(?:个|了)?(?:[一两三四五六七八九十半\d]+天)?(?:年|产|病|婚|事)?假(?!回)|(?:出差|外出学习)[^,，。]{0,6}(?:天|周|到)|不在(?:岗|单位)[^,，。]{0,6}(?:天|周)|(?:出差|外出学习|开会|不在)[,，。\s]*(?:有事|事情|单子|工作)?(?:都|就|先)?(?:找|联系|问)\p{Script=Han}{2,4}/u;
/** 我销假回来了: and is back. */
export const IS_BACK =
  /销假|(?:休完|请完)假|假(?:期)?(?:休完|结束)|(?:休假|出差|学习)(?:回来|结束)|回来(?:上班|了,|报到)|返岗|回岗/u;
