import { withoutDenied } from "./zh-cn-denied.ts";

/**
 * Words of a duty table in another sense: the 出口 of a yard is a gate, and no export; a 信号灯 stands at a crossing; 户口 beside a matter
 * tells whose it is. They are written as what they mean, before anything is looked for.
 */

/** What has a way in and out, right before the word. */
const HAS_GATES =
  "(?<=(?:厂区|车间|仓库|库房|车库|停车场|[东南西北正侧后前大][门边面侧]|小区|[一二三四五六七八九十\\d][号楼栋幢]|高速|匝道|隧道|安全|消防|紧急|疏散|逃生|通道|排[水污风烟气]|出风|管道|地下|超市|食堂|宿舍|公寓|厂房)的?(?:那个|那边|这个|这边|几个|两个|一个)?)";
/** What stands at a gate, and what a gate suffers, right behind the word. */
const AT_A_GATE =
  "(?=(?:处|位置|旁|附近|外面|里面|那里|那边|那条|那个|这里|这边)|的?(?:卷帘|电动|伸缩|自动|铁|大|小)?(?:门|道闸|栏杆|地磅|坡|路(?!灯)|台阶|减速带|岗亭|保安|监控|指示牌|井盖|水沟|坑|弯|转弯|车道|闸(?!阀))|(?:实在|真|有点)?(?:太|很|好|特别|又)?[窄陡]|(?:总是|经常|天天|都|又)?被[^,，。\\s]{0,6}[堵挡封锁占]|(?:总是|天天|又|一直|都)?(?:堵(?!在)|有?积水|排队|拥挤|拥堵|停满|停着|塞车))";
/** As long as nothing is told of trade. */
const TRADE =
  /出口到|进口(?:自|于|商|料|设备|原料)|报关|海关|清关|通关|退税|关税|外贸|外商|国外|海外|欧|美[国元]|东南亚|越南|日本|韩国|订单|货柜|集装箱|海运|报检|商检|信用证|许可证|出口额|进出口|贸易|产品出口|出口产品/u;
const GATE = new RegExp(`${HAS_GATES}(?:出|进|出入|进出)口|(?<!出)(?:出|进|出入|进出)口${AT_A_GATE}`, "gu");

/** Who is registered where, as long as nobody wants that changed. */
const REGISTERED_SOMEWHERE =
  /户[口籍](?:都|还|也|又)?(?:(?:不|没)?[是在]|属于)[^,，。;；!！?？\n\s]{0,12}|(?:外地|本地|外省|外县|农村|[省市县]外|我们这边|这边的?)户[口籍](?:的|，)?|户[口籍]的(?=孩子|小孩|娃|工人|员工|职工)/gu;
const REGISTERING =
  /迁|[落上转入报立销分改]户|户口[本页簿]|[办开查补改][^,，。;；!！?？\n]{0,6}户[口籍]|户[口籍](?:怎么|如何|问题|的?手续|能不能|可以)/u;

const ENGINE = "(?:(?<!电瓶|电动|自行|手推)车(?![间库位棚道站场牌])|发动机|柴油机|引擎|炉|灶|打火机)";
/** 叉车打着火, 打着火就熄: the 打 of an engine that starts, or of a stove that is lit. 电焊打着火了 and 短路打着火了 are fires. */
export const STARTED = `打(?=着)(?:(?<=${ENGINE}子?(?:终于|好不容易|总算|刚刚?|才|已经|又|能|可以|现在|一){0,3}打)|(?=着了?火(?:没?一会儿?|马上|立马|了)?[就又](?:会|自己)?熄))`;

const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?:路口|路上|路边|道口|马路|大道|十字|丁字|斑马线|人行|交通)[^,，。;；\n]{0,6})信号灯/gu, "红绿灯"],
  [/信号灯/gu, "指示灯"],
  [/信号(?:指挥)?[工员](?!程)/gu, "指挥工"],
  [/(?<=报警|控制|传感器?|plc|危险|求救|警示|求助|交通|火警|刹车)信号/giu, "讯号"],
  [new RegExp(`(?:[点打]不|${STARTED})着了?火`, "gu"), "发动"],
];

/** A text without what it denies itself, every word in the sense that it has there. */
export function meantIn(text: string): string {
  const told = withoutDenied(text);
  const atGates = TRADE.test(told) ? told : told.replace(GATE, "门口");
  const others = REGISTERING.test(atGates) ? atGates : atGates.replace(REGISTERED_SOMEWHERE, " ");
  const meant = OTHERWISE.reduce((left, [word, sense]) => left.replace(word, sense), others);
  return /\p{L}/u.test(meant) ? meant : told;
}
