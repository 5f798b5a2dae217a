import { isSaidOfAnything, partsOfMatter } from "./zh-cn-words.ts";

/** Words of which one alone says what a matter is: 挂车, 狼狗, 物业费. By them issues are one matter that nobody tells alike. */

const LONGEST = 4;

/** Where it is, when, who tells it, and what stands in anything that people raise. */
const PLACE =
  /[路街道巷门楼栋区厂园村镇市县省里口边旁处院校]$|宿舍|公寓|公租|厂房|车间|学校|幼儿园|医院|食堂|银行|站台|停车场|工地|办公室|附近|对面|外面|里面|后面|前面|旁边|上面|下面|中间|到处|地方|地上|东[边面]|园区|兴业|工业/u;
const TIME =
  /^(?:今|明|昨|前|后|每|当|早|晚|上|下|本|这|那|去|整)|[天日月年周晚早时候点钟分秒次回]$|时间|期间|以[来前后]|平时|周末|夜班|白班|半[夜年]|星期|小时|分钟|多久|突然|经常|一直|长期|目前|刚[才刚]/u;
const PERSON =
  /[人们员工者长师民友生爷妈哥姐弟妹][家们]?$|司机|师傅|保安|门卫|老板|领导|经理|主任|家属|孩子|子女|老婆|女儿|儿子|父母|朋友|同事|大家|自己|乘客|客户|客人|职工|本人|女工|男工/u;
const UNIT = /(?:局|公司|集团|企业|银行|单位|部门|委|办|队|中心|机构|政府|派出所)$|物业公司|管委/u;
/** 停在, 收了, 我是: a verb with what belongs to it, and what leads to one. */
const NO_THING =
  /^[我是有为不都就可已能的也所由之其各如将一二三两第任多少几又被把]|[了在到得的去着过很名性多少些来给成住掉完]$/u;
const GENERAL = new Set(
  "没有 已经 可以 什么 怎么 这个 那个 这样 那样 因为 所以 如果 但是 而且 或者 还是 还有 只有 只能 就是 都是 不是 这么 那么 非常 特别 比较 十分 严重 正常 一样 一起 一些 一点 一下 一家 一个 两个 几个 好几 好多 很多 许多 多次 全部 部分 其他 其它 所有 有些 有人 有的 没法 无法 不能 不敢 不到 不够 不行 不好 不让 不给 不会 不知 知道 觉得 感觉 认为 发现 看到 听说 出现 发生 造成 存在 需要 应该 必须 要求 请求 请问 咨询 询问 反应 反馈 投诉 建议 意见 希望 谢谢 麻烦 帮忙 帮助 尽快 及时 马上 赶紧 赶快 开始 继续 结果 原因 办法 方法 事情 东西 地区 方面 方便 过去 过来 出来 出去 进来 进去 回来 下来 起来 上班 下班 加班 工作 上来 使用 利用 进行 通知 告知 说法 材料 手续 资料 文件 政策 规定 标准 条件 项目 合同 质量 数量 价格 价钱 工资 资金 单子 产品 货物 材质 公开 统一 合理 合法 具体 明确 负责 考虑 组织 支持 配合 参加 参与 提供 提出 增加 减少 提高 降低 改善 改造 建设 建成 施工 安装 购买 出租 运输 运行 操作 更换 增设 新建 规划 计划 方案 措施 要么 或许 好像 到底 究竟 真的 实在 根本 完全 甚至 居然 竟然 直接 间接 主要 重要 专门 统统 别的 别人 自行 各种 各家 各位 您好 你好 我司 整个 全厂 全都 公共 相关 有关 几台 几辆 几家 几条 半边 两边 一边 一半 成群 满地 一堆 害怕 担心 受伤 危险 隐患 事故 出事 噪音 机械 电子 科技 材料费 涨价 保密 想保密 口气 消息 系统 平台 网上 电脑 手机 信息 关于 书记 国家 环境 尊敬 消防 生活 开发 工程 作为 是否 举报 社会 发展 根据 通过 落实 强烈 重视 感谢 左右 位于 由于 行为 保护 收取 享受 任何 保障 困难 紧急 制度 调查 联合 监督 责任 准备 事件 实际 实施 执行 属于 如何 现象 关系 群众 范围 关注 至今 百姓 老百姓 首先 万元 基本 设施 设计 开通 设置 到位 正式 规范 故障 成为 损坏 毁坏 清理 挡住 赔付 压低 能不能 可不可 有没有 是不是 要不要 干活 成立 压力 金额 建筑 流浪 运营 商量 沟通 协商 协助 拖欠 补偿 回复 答复 承诺 迟迟 交通 生产线 设备 仓库 机构 订单 合作 供应 供应商 供货 业务 经营 销售 市场 行业 采购 出门 出行 来回 上门 员工们".split(
    " ",
  ),
);
/** Of one character, these make no thing with another: 车进, 又被, 停着. */
const NO_PART =
  /[上下进出来去走停开关修坏没有不了着过被又都就只很太大小多少好新老几一二三四五六七八九十两个条台辆家次天月年号点里外前后中间边人我你他她它谁这那哪每各整总常还再也才刚正在从到往向对给跟和与或把将让叫使用要会能可应该得必须想说讲问看听找做干办打收交付买卖送拿放装换拆挖占挡咬吵闹脏乱臭响亮高低长短快慢早晚管是为以于此之的地所而且等怎啥谢请帮路门]/u;
/** Beasts are called by many names: 狼狗, 野狗 and 流浪狗 are one matter. */
const BEAST = /[狗猫蛇]|老鼠|蚊(?:子|虫)|白蚁|马蜂/gu;
const NO_BEAST = /热狗|熊猫|猫眼|天猫|狗不理|蛇皮|蛇形/gu;

/** The words of a text that say what it is about; of a text that tells many things, many. */
export function tellingWords(text: string): ReadonlySet<string> {
  const beasts = text.replace(NO_BEAST, " ").match(BEAST) ?? [];
  const words = partsOfMatter(text).flatMap(wordsOf).filter(isTelling);
  return new Set([...words.filter((word) => !isPartOfPlace(text, word)), ...beasts]);
}

/** What the dictionary does not know, it parts into characters: 挂 and 车. */
function wordsOf(parts: readonly string[]): readonly string[] {
  return parts.flatMap((part, place) => {
    if (part.length > 1) return [part];
    const both = `${part}${parts[place + 1] ?? ""}`;
    return both.length === 2 && !NO_PART.test(both) ? [both] : [];
  });
}

function isTelling(word: string): boolean {
  if (word.length > LONGEST || GENERAL.has(word)) return false;
  return !(isSaidOfAnything(word) || [PLACE, TIME, PERSON, UNIT, NO_THING].some((one) => one.test(word)));
}

/** 兴业 of 兴业路. */
function isPartOfPlace(text: string, word: string): boolean {
  return isAlways(text, word, /^(?:\p{Script=Han}?[路街巷](?![灯面障])|大道|车间)/u);
}

/** Whether a text has a word, and this behind it wherever it stands: 绿化公司没来，绿化都枯了 has more than a company. */
function isAlways(text: string, word: string, behind: RegExp): boolean {
  const places = text.split(word).slice(1);
  return places.length > 0 && places.every((rest) => behind.test(rest));
}

/** A word of the duty table that tells what is wrong, and not only in which field it is. */
export function isFault(topic: string): boolean {
  return FAULT.test(topic);
}

const FAULT =
  /[停断漏坏堵缺欠涨偷盗窃抢闹臭爆跳限拥塌滑溢裂抽骗殴斗挤乱噪]|不到人|不够|流失|纠纷|阻工|强买|积水|内涝|坑洼|超载|重复|信号|网速|水压|水质|电压|学位|打架/u;

/** What goes wrong with a thing, each line one kind of it. */
const TROUBLES = [
  /[吵噪轰]|太响|闹/u,
  /坏|故障|失灵|死机|不制冷|不[亮转动灵](?!活)|[漏裂]|滴水|(?<![不判诊打])断|停[电水气]|跳闸/u,
  /[堵挡]|占|乱停|塞车/u,
  /咬|撞|夹[人手]|[砸摔伤]/u,
  /[放装坐停]不下|挤不上|(?<!不)满(?!意)|不够|太[少小挤]/u,
  /[偷盗丢]/u,
  /[起着]火|冒烟|自燃|爆炸/u,
  /臭|异味|气味|难闻/u,
] as const;

/** 空调外机太吵 and 空调坏了: of one thing quite different troubles are told. Not where one of them tells none that is known. */
export function areTroublesApart(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => TROUBLES.filter((trouble) => trouble.test(text)));
  if (first === undefined || second === undefined || first.length === 0 || second.length === 0) return false;
  return !first.some((trouble) => second.includes(trouble));
}

/** 绿化公司欠我们工资: it is told of whoever does it. */
export function isOfWhoeverDoesIt(text: string, word: string): boolean {
  return isAlways(text, word, /^(?:公司|单位|队|工程队|工人?(?![伤具])|厂家|师傅)/u);
}
