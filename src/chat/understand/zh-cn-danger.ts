/** Danger to life, from the words of a text: what is burning, leaking or coming down now, and people who are hurt by it. */

/** Traditional characters of the words below, and the spellings that are typed for them. */
const SIMPLER: ReadonlyMap<string, string> = new Map(
  "著着 煙烟 菸烟 洩泄 觸触 電电 傷伤 災灾 氣气 殺杀 暈晕 墜坠 樓楼 燒烧 輕轻 沒没 機机 壓压 濃浓 驟骤 斷断 變变 爐炉"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Each with what may not stand around it: 跟着火车, 气炸了 and 接触电源 are other words. */
const DANGERS = [
  "(?<![跟沿随看朝向接顺])着火(?![车锅热爆箭山腿炬候速])",
  "(?<![掀一发兴])起火(?![车锅热爆箭山腿炬候速])",
  "失火",
  "(?<!气得?|眼|上|恼)冒(?:着)?火(?!气|大|了我)",
  "火灾",
  "火势",
  "(?:烧起来|烧着)了",
  "(?:发生|突发|蹿起|好大的?)大?火(?![车锅热爆箭山腿炬候速气])",
  "(?<!(?:烟囱|排气筒|排气管|尾气)[^，。]{0,6}|嗓子|喉咙|[忙累气急热渴]得)(?:冒|起)(?:黑|白|浓|大)?烟",
  "浓烟",
  "(?<!气|肺|情绪[^，。]{0,3}|心态|订单|人口|流量|数量|消息|电话|知识|群里)爆炸(?!头|式|性)",
  "爆燃|闪爆",
  "(?:变压器|锅炉|管道|储?罐|钢?瓶|电池|炉子?|配电[箱柜房]|电容|反应釜|电缆)[^，。]{0,3}炸(?:了|开|裂)",
  "(?<!自来水|污水|雨水|冷却水|水管)泄漏",
  "(?:氨|气|煤|酸|碱|毒|氯|油|化学品?|危化品|液)[^，。]{0,3}泄露",
  "漏(?:煤气|燃气|天然气|瓦斯|液?氨|液?氯|毒气)",
  "(?:煤|燃|天然|氨|毒)气味|毒气|[酸碱毒]雾",
  "(?:燃|天然|煤)气(?:管道?|总管|阀)?[^，。]{0,4}(?:挖断|挖破|断裂|爆|漏)",
  "(?:[盐硫硝]酸|强酸|烧碱|液碱|氨水|液氨|液氯|甲醇|苯|危化品)[^，。]{0,4}(?:破|裂|倒|泼|溅|洒|冒|漏)",
  "(?<!胎|球|垫|空压机|空调|门|窗|压缩空气|压缩空气管|气管|气泵)漏气",
  "(?<!接)触电(?![商影视子网站器源力])",
  "漏电",
  "(?:被|让)电(?:到|击|伤|倒|打|麻|了一下)",
  "被困(?![扰惑难境局])",
  "(?<!贫)困人|(?:里面|里头|电梯|货梯|轿厢)[^，。]{0,6}困|困(?:了|住|着)?(?:[一二两三四五六几\\d]+个)?(?:工人|师傅|同事|孩子|员工)|(?:边坡|土方|山体|墙|沟)[^，。]{0,3}塌|埋了[^，。]{0,6}(?:车|人)|困在(?:电梯|里面|井|火|车间|楼)|困(?:住|了|着)[^，。]{0,4}(?:人|个)",
  "(?<![集])中毒(?![品辣舌性])",
  "(?:坍|垮|倒)塌|塌方|(?:房梁|屋顶|脚手架|楼板|顶棚|吊顶|天花板|厂房|围墙|塔吊|支架)[^，。]{0,4}(?:塌|垮)(?:了|下)|(?:压|埋)(?:着|到|住|了)[^，。]{0,3}人(?!情|心)",
  "(?:伤|砍|捅|杀)(?:了|到|死|伤)?(?:好?几个|[一两三多]个)?人(?![心气才情员数])(?<!工伤人|中伤人|受伤人)",
  "(?:砍|捅)伤|(?:持|拿|提|挥)(?:着|了)?(?:刀|斧|枪)|打起来|行凶|出人命|死人了",
  "(?:晕|昏)(?:倒|厥|迷|过去)|不省人事|休克|没(?:了|有)呼吸|心脏骤停",
  "跳楼|坠楼|轻生|自杀|溺水|落水(?![管口槽斗])",
  "流血不止|大出血|断指|流(?:了)?(?:蛮|好|很|不少|那么)?多?血(?!汗)|血流不止",
  "(?:手|手指|胳膊|手臂|脚|腿|头发|衣服|人)[^，。]{0,3}(?:卷|绞|夹|轧|压|挤)(?:进|到|住|断|伤)(?:了)?",
  "(?:喊|叫)(?:不应|不醒|他不应)|没(?:有)?(?:了)?(?:意识|心跳)|抽搐|(?:电梯|货梯|冷库|罐|井|仓)[^，。]{0,4}关(?:了|着|住)[^，。]{0,3}(?:人|个)",
] as const;
const DANGER = anyOf(DANGERS);

/** People who are hurt; where it is about what follows from that, they were long before. */
const HURT = anyOf([
  "(?:打|烧|烫|砸|压|摔)(?:死|伤)",
  "(?:有|个|名|工)人[^，。]{0,4}受(?:了)?(?:重)?伤(?!害)",
  "(?:人|工人?|员工|师傅|手|脚|胳膊|腿)[^，。]{0,6}(?:被[^，。]{0,4}(?:压|夹|绞|卷|埋|砸|烧|烫)|掉进|摔下|坠落)",
]);
const AFTERMATH = /工伤|认定|赔偿|理赔|赔付|鉴定|仲裁|补助|报销|纠纷/u;

function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((one) => `(?:${one})`).join("|"), "gu");
}

/** Before the word in its clause: it is to be kept from happening, feared, denied, long past, or is none of people. */
const NOT_NOW =
  /(?:防|防止|预防|避免|以免|以防|免得|杜绝|谨防|严禁|(?<!恐)怕|担心|害怕|容易|万一|假如|如果|(?<!有)没有?|未|并非|不会|(?<!是)不是)(?:再?(?:发生|引起|引发|造成|出现|有|什么))?[^，。]{0,2}$/u;
const LONG_AGO = /去年|前年|上个?月|上次|以前|曾经?|往年|年前|(?:19|20)\d\d年|历史/u;
const OF_DATA =
  /(?:信息|数据|隐私|机密|商业|技术|资料|密码|名单|图纸|配方|电脑|系统|服务器|手机|软件|网站|主机|价格|信心|资金)[^，。]{0,6}$/u;

/** Right behind the word: it is the name of a thing, a paper, or a lesson. */
const NAMES_A_THING =
  /^体?(?:的)?(?:(?:怎么|如何|时|后)?(?:逃生|自救|疏散|应对|处置))?(?:的)?(?:事故)?(?:应急|急救)?(?:演练|演习|培训|讲座|课|宣传|教育|知识|预案|方案|隐患排查|报警|自动报警|探测|检测|监测|检查|试验|测试|保护|防护|开关|断路器|保险|险|许可|标准|规范|验收|等级|物品|品|危险场所|环境|风险评估|评估|案例|点|统计|责任险)/u;

/** Whether a text tells of danger to life, now: whoever raises it is told whom to call, and the coordinator hears of it at once. */
export function isDanger(text: string): boolean {
  const plain = text.slice(0, LOOKED_AT).normalize("NFKC").replace(/\n/gu, "。").replace(/\s+/gu, "");
  const read = [...plain].map((one) => SIMPLER.get(one) ?? one).join("");
  return read.split(/[.。;；!！?？]/u).some((sentence) => {
    const words = AFTERMATH.test(sentence) ? [DANGER] : [DANGER, HURT];
    return sentence.split(/[,，、:：]/u).some((clause) => words.some((one) => tellsOf(one, clause)));
  });
}

function tellsOf(words: RegExp, clause: string): boolean {
  if (LONG_AGO.test(clause)) return false;
  for (const { 0: word, index } of clause.matchAll(words)) {
    const before = clause.slice(Math.max(0, index - LOOKED_BACK), index);
    const behind = clause.slice(index + word.length, index + word.length + LOOKED_BACK);
    if (!NOT_NOW.test(before) && !OF_DATA.test(before) && !NAMES_A_THING.test(behind)) return true;
  }
  return false;
}

/** Longer than any text that is taken. */
const LOOKED_AT = 4_000;

/** What stands further from a word says nothing of it. */
const LOOKED_BACK = 16;
