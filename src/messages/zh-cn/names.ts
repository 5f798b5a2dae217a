import { withoutNames } from "../../domain/park/loose-name.ts";

/** What companies, people, telephone numbers and addresses can be recognised by in Chinese texts. */

const REGION =
  "中国|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆";
const CITY =
  "长沙|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|湘西|武汉|广州|深圳|东莞|佛山|珠海|杭州|宁波|南京|苏州|无锡|成都|西安|郑州|济南|青岛|合肥|福州|厦门|南昌|南宁|昆明|贵阳|零陵|冷水滩|祁阳|东安|双牌|江永|宁远|蓝山|新田|江华|湘南|华中|华南|华东|华北|海口|太原|石家庄|沈阳|大连|长春|哈尔滨|兰州|银川|西宁";
const DIVISION = "\\p{Script=Han}{2,4}?(?:自治区|自治州|开发区|经开区|高新区|省|市|县|区)";
const LEGAL_FORM = /(?:股份)?(?:有限)?(?:责任)?(?:公司|集团|企业|厂|商行|合作社)(?:.{0,4}分公司)?$/u;

/**
 * Shorter names by which a company is known: 永州凌云机械制造有限公司 is also 凌云机械制造 and 凌云. Regions, large cities, what calls
 * itself a district, and the first two characters of the park's own name are taken for places. Empty where there is nothing shorter.
 */
export function shortNames(name: string, park: string): readonly string[] {
  const plain = name.normalize("NFKC").replace(/[（(][^）)]*[）)]/gu, "");
  const own = [park, [...park].slice(0, 2).join("")].filter((one) => one.length > 1).map(literally);
  const known = `(?:${[...own, REGION, CITY].join("|")})(?:省|市|自治区|县|区)?`;
  // 零陵区远志 is 远志 in a district; 恒通园区 is none. So both readings count.
  const cores = [known, `${known}|${DIVISION}`].map((places) =>
    plain.replace(new RegExp(`^(?:${places})+`, "u"), "").replace(LEGAL_FORM, ""),
  );
  const found = new Set(cores.flatMap((core) => [core, ownWordOf(core)]));
  return [...found].filter((one) => one !== name && [...one].length > 1 && !ORDINARY.has(one));
}

/** 凌云 of 凌云机械制造, TCL of TCL电子. With less than four characters the own word and what it makes cannot be told apart. */
function ownWordOf(core: string): string {
  const latin = /^[A-Za-z]{2,}/u.exec(core)?.[0];
  if (latin !== undefined) return latin;
  const characters = [...core];
  return characters.length >= 4 && /^\p{Script=Han}{2}/u.test(core) ? characters.slice(0, 2).join("") : "";
}

/** Words with which names begin, and which say nothing of a company. */
const ORDINARY: ReadonlySet<string> = new Set(
  "国家 安全 生产 企业 人民 电子 新能 科技 工业 实业 机械 食品 制造 市政 园区 区块 县域 运营 管理 政工 场管 块链 域电 服务 商贸 物流 建设 工程 环保 能源 电力 农业 汽车".split(
    " ",
  ),
);

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

const COMPOUND = "欧阳|太史|端木|上官|司马|东方|南宫|夏侯|诸葛|尉迟|皇甫|令狐|公孙|慕容|宇文|长孙|司徒";
export const SURNAME = `(?:${COMPOUND}|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段侯全班仰仲伊宫宁仇甘厉祖武符刘景詹束龙叶幸司黎薄印白蒲邰赖卓屠池乔阴闻党翟谭贡姬申扶冉雍桑桂牛寿边扈燕冀尚农温庄晏柴瞿阎充慕连习艾鱼容向古易慎戈廖终衡步耿满弘匡国文寇广东欧沃利蔚越隆师巩聂敖冷简饶曾肖岳游涂闫])`;
const RANK = "(?:总经理|总监|经理|厂长|主任|师傅|先生|女士|老板|书记|班长|队长|科长|主管|工程师)";
export const GIVEN = "[^\\P{Script=Han}的了和与是有在]";
/** Where a name may begin: not in the middle of a word, but behind what leads up to a person. */
const BEFORE = "(?<=^|[^\\p{Script=Han}]|[系找问叫是请由人给跟和与或向])";
const AFTER = "(?=$|[^\\p{Script=Han}]|[的本已在被和与或说来去打接])";

/** 联系人王建国, 我叫李雷: behind what introduces a person, up to where the name ends. */
const INTRODUCED = new RegExp(
  `((?:联系人|联络人|负责人|经办人|当事人|姓名|我叫|我是|本人叫|名叫|叫做)(?:是|为|叫)?[\\s:：,，]{0,2})(${SURNAME}${GIVEN}{1,2})${AFTER}`,
  "gu",
);
/** 李经理, 陈师傅; 王工, 周总. */
const WITH_RANK = new RegExp(
  `${BEFORE}(?:${SURNAME}${GIVEN}{0,2}?${RANK}|(?![施包童]工)${SURNAME}[总工哥姐])${AFTER}`,
  "gu",
);
/** 王强 13812345678: what stands right before a telephone number. */
const BEFORE_PHONE = new RegExp(
  `${BEFORE}${SURNAME}${GIVEN}{1,2}(?=[\\s:：,，(（]{0,3}(?:电话|手机)?[\\s:：]{0,2}[+＋0-9０-９][0-9０-９\\s-]{6})`,
  "gu",
);

/** 13812345678，王强: what stands right behind one. */
const BEHIND_PHONE = new RegExp(
  `(?<=[0-9０-９]{7}[\\s:：,，、(（]{1,3})${SURNAME}${GIVEN}{1,2}(?=$|[^\\p{Script=Han}])`,
  "gu",
);

/**
 * Hides people whom a text itself introduces as such, by name and rank or by a telephone number beside it, and these people
 * however they are called: by their given name, 老周, 姓周的.
 */
export function maskPeople(text: string, names: readonly string[]): string {
  const introduced = text
    .replace(BEFORE_PHONE, SOMEBODY)
    .replace(BEHIND_PHONE, SOMEBODY)
    .replace(INTRODUCED, (_all, before: string) => `${before}${SOMEBODY}`)
    .replace(WITH_RANK, SOMEBODY);
  const nameless = withoutNames(introduced, [...new Set(names.flatMap(waysToCall))], SOMEBODY);
  return surnamesOf(names).reduce((rest, one) => rest.replace(calledBy(one), SOMEBODY), nameless);
}

/** Whether one of these people is called by name, or by surname and title. A given name alone is too often an ordinary word. */
export function isCalled(text: string, names: readonly string[]): boolean {
  const ways = [...names, ...surnamesOf(names).flatMap(titledWays)];
  return (
    withoutNames(text, [...new Set(ways)], SOMEBODY) !== text ||
    surnamesOf(names).some((one) => calledBy(one).test(text))
  );
}

function surnamesOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => PERSON.exec(plainName(name))?.[1] ?? []))];
}

function titledWays(surname: string): readonly string[] {
  return TITLES.map((one) => `${surname}${one}`);
}

/** 老周, 小周, 姓周; 周总, 周工, 周董. Not 小周末, 老周边, 本周总结, 每周工作. */
function calledBy(surname: string): RegExp {
  return new RegExp(
    `[老小阿姓]${surname}(?![末边期年围])|(?<![本上下每一两几])${surname}(?:总(?![结体数计部共])|工(?![作程期人业厂序资地])|董)`,
    "gu",
  );
}

function plainName(name: string): string {
  return name.normalize("NFKC").replace(/\s/gu, "");
}

const TITLES = [
  "总经理",
  "总监",
  "经理",
  "厂长",
  "主任",
  "部长",
  "会计",
  "师傅",
  "先生",
  "女士",
  "小姐",
  "老板",
  "书记",
  "科长",
  "主管",
];

/** 周长友 is also 长友 and 周主任. Of a name that is not a Chinese one, only itself. */
function waysToCall(name: string): readonly string[] {
  const [, surname, given] = PERSON.exec(plainName(name)) ?? [];
  if (surname === undefined || given === undefined) return [name];
  return [name, ...(given.length > 1 ? [given] : []), ...titledWays(surname)];
}

const PERSON = new RegExp(`^(${SURNAME})(\\p{Script=Han}{1,2})$`, "u");
export const SOMEBODY = "某人";

const DIGIT = "[0-9０-９①-⑨〇零一二三四五六七八九幺]";
const BETWEEN = "[\\s\\-－—–./／_·,，()（）oOlI]{0,3}";
/** Seven figures and more in a row, however they are written and parted. */
const LONG_NUMBER = new RegExp(`(?:[+＋(（]${BETWEEN})?${DIGIT}(?:${BETWEEN}${DIGIT}){6,}`, "gu");
const UNIT = /^\s*(?:元|万|亿|吨|度|千瓦|千伏|伏|安|米|平方|亩|件|个|台|人|公斤|kVA|kV|VA|V|A|mm|kg|kWh|kW|%|％)/iu;
const DATES = /^(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}[\s—–-]*)+/u;
const ACCOUNT = /((?:微信|V信|v信|QQ|qq|钉钉|抖音|邮箱|网址)(?:同?号|群)?(?:是|为|[:：])?\s*)[\w.@-]{5,}/gu;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/gu;
const AMOUNT = /^[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+$/u;
const ANY_DIGIT = new RegExp(DIGIT, "gu");
export const SOME_NUMBER = "某号码";

/** Hides every way to reach somebody that a text names: numbers, accounts, addresses. Dates and amounts stay. */
export function hideContacts(text: string): string {
  return text
    .replace(MAIL, SOME_NUMBER)
    .replace(ACCOUNT, (_all, what: string) => `${what}${SOME_NUMBER}`)
    .replace(LONG_NUMBER, (number: string, offset: number) => {
      const date = DATES.exec(number)?.[0] ?? "";
      const rest = number.slice(date.length);
      const isAmount = UNIT.test(text.slice(offset + number.length)) || AMOUNT.test(rest.trim());
      return isAmount || figuresIn(rest) < 7 ? number : `${date}${SOME_NUMBER}`;
    });
}

function figuresIn(text: string): number {
  return text.match(ANY_DIGIT)?.length ?? 0;
}

/** A dot that clients take for one of an address: before Latin letters or the end of a Chinese or Russian domain, or behind www. */
export const DOT_OF_AN_ADDRESS = /\.(?=[A-Za-z]{2}|рф|中国|公司|网络)|\.(?<=www\.)/gi;

/** What calls the number behind it a telephone number: the source of a pattern. */
export const CALLED_TELEPHONE = "(?:电话|座机|固话|手机|联系方式|[Tt][Ee][Ll])";
