/** How companies and people are called in Chinese texts: what a name can be recognised by when it is to be hidden. */

const REGION =
  "中国|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆";
const LEGAL_FORM = /(?:股份)?(?:有限)?(?:责任)?(?:公司|集团|企业|厂|商行|合作社)(?:.{0,4}分公司)?$/u;

/**
 * Shorter names by which a company is known: 永州凌云机械制造有限公司 is also 凌云机械制造 and 凌云. Beside the regions of the
 * country the first two characters of the park's own name are taken for a place. Empty where there is nothing shorter.
 */
export function shortNames(name: string, park: string): readonly string[] {
  const plain = name.normalize("NFKC").replace(/[（(][^）)]*[）)]/gu, "");
  const places = `${REGION}|${[...park].slice(0, 2).join("")}`;
  const core = plain.replace(new RegExp(`^(?:(?:${places})(?:省|市|自治区|县|区)?)+`, "u"), "").replace(LEGAL_FORM, "");
  const characters = [...core];
  // What is left is its own word and what it makes; with less than four characters the two cannot be told apart.
  const own = characters.length < 4 ? "" : characters.slice(0, 2).join("");
  return [...(characters.length < 2 ? [] : [core]), ...(/^\p{Script=Han}{2}$/u.test(own) ? [own] : [])].filter(
    (one) => one !== name,
  );
}

const SURNAME =
  "[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余元卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段侯全班仰仲伊宫宁仇甘厉祖武符刘景詹束龙叶幸司黎薄印白蒲邰赖卓屠池乔阴闻党翟谭贡姬申扶冉雍桑桂牛寿边扈燕冀尚农温庄晏柴瞿阎充慕连习艾鱼容向古易慎戈廖终衡步耿满弘匡国文寇广东欧沃利蔚越隆师巩聂敖冷简饶曾肖岳游涂闫]";
const RANK = "(?:总经理|总监|经理|厂长|主任|师傅|先生|女士|老板|书记|班长|队长|科长|主管|工程师)";
const GIVEN = "[^\\P{Script=Han}的了和与是有在]";
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

/** Hides people whom a text itself introduces as such, by name and rank or by a telephone number behind it. */
export function maskPeople(text: string): string {
  return text
    .replace(BEFORE_PHONE, SOMEBODY)
    .replace(INTRODUCED, (_all, before: string) => `${before}${SOMEBODY}`)
    .replace(WITH_RANK, SOMEBODY);
}

const SOMEBODY = "某人";
