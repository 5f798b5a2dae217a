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

/** Said of oneself. */
export const SAYS_I = /我(?!们)|本人/u;
/** Of the company's people, whom a department waits for. */
export const COMPANY_IS_AWAY =
  /(?:企业|对方|客户|师傅|厂里|厂家|联系人|老板|法人)(?:那边|的人)?[^,，。]{0,8}(?:出差|请假|休假|不在|外出|住院)/u;

const AWAY_ON = "(?:出差|外出|学习|培训|住院|开会|休息|不在|回老家|探亲)";
const HANDS_OVER = "(?:交给|托给|委托|转给|移交|让|由|请|托|找|麻烦)";

const IS_AWAY_SAID =
  /请(?:个|了|几天|[一两三半]天)?(?:年|病|事|婚|产|探亲)?假|休(?:个|了)?(?:[一两三四五六七八九十半\d]+天)?(?:年|产|病|婚|事)?假(?!回)|(?:出差|外出学习)[^,，。]{0,6}(?:天|周|到)|不在(?:岗|单位)[^,，。]{0,6}(?:天|周)|(?:出差|外出学习|开会|不在)[,，。\s]*(?:有事|事情|单子|工作)?(?:都|就|先)?(?:找|联系|问)\p{Script=Han}{2,4}/u;

/** 小唐请假到下周五, 下周一到周三出差，8号的事让汤永红代一下: somebody is away. */
export const IS_AWAY = new RegExp(
  [
    `(?:[今明后]天|周[一二三四五六日天]|[日号])[^,，。]{0,10}${AWAY_ON}[^。]{0,16}${HANDS_OVER}\\p{Script=Han}{2,4}`,
    `我(?!们)[^,，。]{0,4}(?:[今明后]天|周[一二三四五六日天]|[日号])[^,，。]{0,4}[到至][^,，。]{0,8}${AWAY_ON}`,
    "[年病事婚产亲]假[一两三四五六七八九十半\\d]+天",
    `${AWAY_ON}[^。]{0,16}(?:工作|事情?|单子|活)[^,，。]{0,4}${HANDS_OVER}\\p{Script=Han}{2,4}`,
    IS_AWAY_SAID.source,
  ].join("|"),
  "u",
);
/** 我销假回来了: and is back. */
export const IS_BACK =
  /^(?!.*(?:还没|没有?回|未回|才回|再回)).*(?:销假|(?:休完|请完)假|假(?:期)?(?:休完|结束)|(?:休假|出差|学习)(?:回来|结束)|回来(?:上班|了,|报到)|返岗|回岗|^我?(?:已经?|今天)?(?:回来|上班|回单位|到岗)了[\s。!！]*$)/su;

/** 这周谁值班, 值班表: who is on duty is asked. */
export const ASKS_WHO_IS_ON_DUTY =
  /谁(?:在|来|负责)?值(?:班|守)|值班(?:的|人员?|员)?(?:是|有)?(?:谁|哪(?:个|位|些))|值班(?:表|名单|安排)(?:呢|看一?下|发一?下|是什么|怎么)?[\s。?？]*$/u;

/** 小红, 红姐, 阿红: what stands beside a given name. */
export const AROUND_A_GIVEN_NAME = /^[小阿](?=\p{Script=Han})|(?<=\p{Script=Han})(?:[姐哥妹弟总工]|同志)$/gu;
