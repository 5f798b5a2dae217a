import { isLivedIn } from "./zh-cn-places.ts";

/**
 * What people do to one another, and what is owed to them or threatens them, outranks the thing that it happens to: 偷电缆 is no power
 * cut, and the wages of who keeps the lawns are no lawn. `asOffices`: how a duty table calls it, the likeliest first.
 */
interface Deed {
  readonly said: RegExp;
  readonly asOffices: readonly string[];
  /** It says something only where no word of the duty table does. */
  readonly isAlone?: boolean;
}

/** 偷工减料, 偷税, 偷排, 偷偷 and 偷懒 take nothing from anybody. */
const STEALS = "(?<!偷)偷(?![偷工税漏排倒听看拍懒渡闲笑放埋着换跑空])";
const THIEF = "小偷|(?:有|进|遭|闹|抓|毛|盗)贼|贼(?:人|又来|进来)";
const ROBBED = "被盗(?![版号用])|(?<!防)盗(?:走|割|剪|窃|取|卖|挖)|失窃|抢劫|抢走|被人抢(?!修|单)";
/** Whoever mends or rescues, or was asked to, opens what does not open otherwise. */
const OPENERS = "维修|检修|抢修|救|开锁|消防|物业|师傅|电工|施工|安装";
const MAY_OPEN = `${OPENERS}|我们|自己|派人|帮|请|要|想|能不能|能否|可以|只能|只好`;
const BROKEN_OPEN = `(?:[被遭]|有人|(?<!(?:${MAY_OPEN})[^,，。;；\\n]{0,8})让)(?!${OPENERS})[^,，。;；\\n]{0,4}撬(?![棍杆装动])|(?<!(?:${MAY_OPEN})[^,，。;；\\n]{0,8})撬(?![棍杆装动]|[^,，。;；\\n]{0,4}[救修])|翻墙(?!软件|上网)`;
/** 剪光纤卖铜, 有人拆了拿去卖: somebody else's. Who had to move (拆迁), sells what is his. */
const CUT_TO_SELL =
  "(?:有人|被|偷|贼)[^,，。;；\\n]{0,8}[剪割锯砍拆](?!迁)[^,，。;；\\n想要能怎]{0,10}卖(?![家场点力])|[剪割锯](?:了|走|掉|下|断)?[^,，。;；\\n]{0,6}卖(?:铜|废铁|废品|钱)|(?:有人|被人)[^,，。;；\\n]{0,8}[剪割锯](?![草绿枝彩发伤到]|头发)";
const FALL_OUT =
  "(?<!噪音[^,，。]{0,6})(?:吵起来|吵(?:了)?(?:一|几)?架|打起来|打(?:了)?架|打群架|群架|互殴|斗殴|骂起来|动(?:了)?手打|闹翻|闹起来|起(?:了)?(?:冲突|争执))";
const HURT_BY_PEOPLE =
  "被[^,，。;；\\n]{0,6}(?:打了|打伤|打得|砍|捅|围殴|殴打)|打伤|砍伤|捅伤|行凶|(?:拿|提|持)着?刀|动了?刀(?!具|片)";
const THREAT =
  "敲诈|勒索|恐吓|扬言|保护费|绑架|劫持|威胁(?=要|说|我|他|她|你|工人|员工|司机|老板|保安|不)|被[^,，。;；\\n]{0,6}威胁|尾随|耍流氓|猥亵";
const WAGE = "(?:工资|工钱|薪水|薪资|血汗钱|加班费|辛苦钱)";
const OWED = `${WAGE}[^,，。;；\\n]{0,12}(?:没有?(?:[发给到结付拿兑]|着落|人[发管])|不[发给结付兑]|拖[着欠了]|被?拖|欠|克扣|要不[到回来]|拿不[到回]|讨不)|(?:拖欠|欠着?|克扣|讨要?|没(?:发|给|结|付))[^,，。;；\\n]{0,10}${WAGE}|欠薪|讨薪`;
const BOMB = "炸弹|爆炸物|炸药|雷管|手榴弹|枪支|子弹|可疑(?:的)?(?:包|物|箱|人|男|车)";
/** What somebody set on fire, and what burns without being anybody's thing. */
const SET_ON_FIRE =
  "纵火|(?<!停)放火(?![锅车柴腿把花箭])|(?:(?<!没)有人|被人|故意|小孩|孩子)[^,，。;；\\n]{0,6}(?<!打不)(?:点着|点燃|点了?火|烧着)|(?:绿化[带地]?|草[地坪丛堆]?|树[林丛]?|荒地|空地|秸秆|山[上林坡])(?:里|上|那边|又|突然|都)?(?:着了?火|起了?火)";
/** A transformer that burns is of who keeps transformers; where nothing else is told, there is a fire. */
const FIRE = "(?<![跟沿随看朝接顺不])(?:着了?火|起了?火)(?![车锅爆箭点源])|失火|火灾(?!隐患|报警|自动|险|预)";
const BURNS_WASTE =
  "(?:有人|老板|工人|村民|他们|隔壁|对面)(?:在|又|天天|晚上|半夜){0,2}[^,，。;；\\n]{0,4}烧(?:电?缆|电线|线皮|轮胎|塑料|垃圾|秸秆|废|油漆|橡胶|胶)|焚烧";
const PESTERS =
  "(?:上门|天天|老是|一直|总是?|到处)[^,，。;；\\n]{0,6}推销(?!电话|短信)|推销(?=[^,，。;；\\n]{0,4}(?:贷款|保险|理财))|(?<!(?:噪[音声]|施工|工地|[狗猫蚊虫鼠]|气味|灯光|粉尘|油烟)[^,，。;；\\n]{0,6})骚扰(?!电话|短信)|套路贷|高利贷";
/** Everybody has such calls, and tells of them beside his matter. */
const CALLS = "(?:骚扰|推销|诈骗)(?:电话|短信)";

const deed = (asOffices: readonly string[], ...said: readonly string[]): Deed => ({
  said: new RegExp(said.join("|"), "u"),
  asOffices,
});
const alone = (asOffices: readonly string[], ...said: readonly string[]): Deed => ({
  ...deed(asOffices, ...said),
  isAlone: true,
});
const POLICE = "治安";
const FIRE_OFFICES = ["火灾", "应急管理", POLICE];
const FRAUD_OFFICES = ["诈骗", POLICE];

const DEEDS: readonly Deed[] = [
  deed([POLICE], BOMB),
  deed(FIRE_OFFICES, SET_ON_FIRE),
  alone(FIRE_OFFICES, FIRE),
  deed(["打架", POLICE], FALL_OUT, HURT_BY_PEOPLE, THREAT),
  deed(["盗窃", POLICE], STEALS, THIEF, ROBBED, BROKEN_OPEN, CUT_TO_SELL),
  deed(["工资", "劳动"], OWED),
  deed(FRAUD_OFFICES, PESTERS),
  alone(FRAUD_OFFICES, CALLS),
  deed(["焚烧", "环境卫生"], BURNS_WASTE),
];

/** How offices call what a text tells to have been done to people, the gravest first, where the word says nothing of it. Null: nothing. */
export function deedBeside(text: string, word: string): readonly string[] | null {
  return (
    DEEDS.find(({ said, isAlone }) => !(isAlone && isThing(word)) && !said.test(word) && said.test(text))?.asOffices ??
    null
  );
}

/** 变压器着火了 is whose the thing is; 宿舍着火了 tells only where. */
function isThing(word: string): boolean {
  return word !== "" && !isLivedIn(word);
}
