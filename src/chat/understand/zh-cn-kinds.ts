/** What a text is about, in kinds of which none is another: a theft is no power cut, and overtime pay no bus. In plain text. */

const KINDS: readonly RegExp[] = [
  /偷|盗|失窃|被(?:剪|撬)|不翼而飞|贼|丢(?:了|失)(?!面子|人|脸|垃圾|烟头)/u,
  /停电|断电|没电|冇得?电|跳闸|电压|变压器|停了?电|来电(?!话)/u,
  /停水|断水|没(?:有)?(?:热|冷)?水|冇得?水|水压|自来水|热水|水发?[黄浑]|来水|水[^,，。]{0,3}(?:没|不)来/u,
  /下水|井盖|排水|积水|污水|内涝|水沟|返水|淹/u,
  /路灯|红绿灯|[盏个]灯|灯(?:坏|不亮|杆|[又也都]?没亮)|照明(?!科技)/u,
  /坑洼|路面|坑|塌陷|修路|沥青/u,
  /大车|货车|渣土车|拥堵|堵车|排长?队|乱停|占道|停车|车位|斑马线|减速带|路口[^,，。]{0,6}[堵撞]/u,
  /公交|班车|末班|站台|通勤/u,
  /断网|没网|宽带|网络|网速|网[^,，。]{0,2}[断卡慢]|光纤|信号|基站|wifi/u,
  /噪|吵|打桩|施工(?!许可)|扰民|喇叭|广场舞/u,
  /垃圾|清运|环卫|保洁/u,
  /[电水气]费|账单|[电水气]单|电价|水价|多收(?:了)?钱|计费/u,
  /工资|加班费|欠薪|劳动局|劳动仲裁|离职|工伤|社保|医保/u,
  /招聘|招工|普工|用工|缺人|缺工|招不到|针车工/u,
  /贷款?|融资|银行|贴息/u,
  /补贴|奖补|补助|奖励/u,
  /学位|入学|上学|读书|幼儿园|转学/u,
  /环评|排污|危废|废气/u,
  /施工许可|图审|执照|变更登记|使用证|许可证/u,
  /电梯|货梯/u,
  /漏水|漏雨|渗漏|渗水/u,
  /燃气|天然气|煤气|停气/u,
  /蚊|老鼠|虫|蛇|狗/u,
  /异味|臭|粉尘|油烟|扬尘/u,
  /快递|外卖/u,
  /保安|门岗|道闸/u,
  /打架|骚扰|闹事|强买|敲诈|收保护费|砸了/u,
  /消防栓|灭火器|消防通道/u,
];

/** Whether both name what they are about, and no part of it is the same. */
export function isOfAnotherKind(plain: string, other: string): boolean {
  const [one, two] = [kindsIn(plain), kindsIn(other)];
  return one.length > 0 && two.length > 0 && !one.some((kind) => two.includes(kind));
}

/** What breaks down now: 停电了 厂里全黑; 停水那天 tells of another time. */
const FAILS_NOW =
  /(?:停|断)了?(?:电|水|气|网)|(?:没|冇)(?:有|得)?(?:电|水|气|网)了|(?:电|水|气|网)(?:又|都|全|突然|也)*(?:停|断|没)了|跳闸|全(?:厂|车间|部|都)?(?:黑|停)|爆(?:了|裂|管)|[漏冒喷](?:水|烟|气|电|油|火)/u;
const AT_ANOTHER_TIME = /那[天次几时阵]|(?:之前|以前|上次|上个?月|去年|开始|以来|期间|的时候)/u;

/** Whether something of another kind has broken down, which is no answer to what was asked of that. */
export function failsBeside(plain: string, other: string): boolean {
  return FAILS_NOW.test(plain) && !AT_ANOTHER_TIME.test(plain) && isOfAnotherKind(plain, other);
}

/** The kinds that a text names. */
export function kindsIn(plain: string): readonly RegExp[] {
  return KINDS.filter((kind) => kind.test(plain));
}

/** 二车间跳闸 and 机加工车间老是跳闸: whether both tell of one thing by the same word, whichever of several comes first. */
export function tellOfTheSame(plain: string, other: string): boolean {
  return EVERY_WORD.some((kind) => {
    const words: readonly string[] = plain.match(kind) ?? [];
    return words.length > 0 && (other.match(kind) ?? []).some((word) => words.includes(word));
  });
}

const EVERY_WORD = KINDS.map((kind) => new RegExp(kind, "gu"));
