import { leftBeside } from "./any-of.ts";
import { isMocked } from "./zh-cn-denied.ts";

/** How many stars words give; `sure`: they are figures, or as clear as figures. In plain text. */
export interface MarkSaid {
  readonly mark: number;
  readonly sure: boolean;
}

const FIGURES = "一二三四五";
/** 5分钟, 3分之一 and 3星期 are none. */
const UNIT = "(?:分(?![钟之厘])|星(?!期)|颗星|个星)";
const FIGURE = new RegExp(`(?:^|[^\\d.])([1-5])(?:\\s*${UNIT}|\\s*[!。,，;；]|\\s*$)`, "u");
const HAN_FIGURE = new RegExp(`([一二两三四五])${UNIT}`, "u");
const WITH_UNIT = new RegExp(`(?<![\\d.])[1-5一二两三四五]\\s*${UNIT}`, "u");

const WORDS: readonly { readonly words: RegExp; readonly mark: number; readonly sure: boolean }[] = [
  {
    words: /(?:非常|特别|很|十分|极其|太|相当)不(?:满意|好|行)|差评|太差|差劲|很差|失望|最低分/u,
    mark: 1,
    sure: false,
  },
  { words: /不(?:太|怎么|是很)?(?:满意|好|行)|较差|有点差/u, mark: 2, sure: false },
  { words: /一般|还行|凑合|马马虎虎|中规中矩|过得去|勉强|将就|及格/u, mark: 3, sure: false },
  {
    words:
      /(?:非常|特别|很|十分|极其|太|相当|超级?|都)(?:满意|好|棒|给力|及时|快)|满分|好评|五星|点赞|赞|给力|没得说|最高分/u,
    mark: 5,
    sure: true,
  },
  { words: /比较满意|基本满意|还(?:不错|可以|好)|不错|挺好|蛮好|较好/u, mark: 4, sure: false },
  { words: /满意/u, mark: 5, sure: false },
];

export function markIn(plain: string): MarkSaid | null {
  if (isMocked(plain)) return null;
  const digits = FIGURE.exec(plain)?.[1];
  if (digits !== undefined) return { mark: Number(digits), sure: true };
  const han = HAN_FIGURE.exec(plain)?.[1];
  if (han !== undefined) return { mark: han === "两" ? 2 : FIGURES.indexOf(han) + 1, sure: true };
  const said = WORDS.find(({ words }) => words.test(plain));
  return said === undefined ? null : { mark: said.mark, sure: said.sure };
}

/** Four or five of five: whoever gives them is content. */
export function isGoodMark(said: MarkSaid | null): boolean {
  return said !== null && said.mark >= GOOD_MARK;
}

const GOOD_MARK = 4;

/** 我是说打三分, 不是没解决，给个四星: what is said beside a mark by whoever gives no more than that. */
const BESIDE_A_MARK =
  /[1-5一二两三四五]\s*个?\s*(?:分(?![钟之厘])|颗?星(?!期))|满分|五星|好评|差评|评分|打分|评价|分数|[没不]是说?[没未](?:有)?解决|我们?|我的意思|意思|说的?是|是说|[说指讲给打评就只能个吧了啊呀的哈嘛先再也是个算数]|最多|勉强|(?<![\p{Script=Han}])[不对好嗯行](?![\p{Script=Han}])/u;
/** So much is said with it at most. */
const LONGEST_MARK = 24;

/** Whether a text gives a mark, or speaks of giving one, and tells nothing else. */
export function onlyRates(plain: string): boolean {
  if ([...plain].length > LONGEST_MARK || isMocked(plain)) return false;
  const isOfMarks = markIn(plain)?.sure === true || /评分|打分|评价/u.test(plain);
  return isOfMarks && leftBeside(plain, BESIDE_A_MARK) === 0;
}

/** The mark that a text gives in so many words: 好了，给4分. A praise (很快) is none, and no figure that counts something. */
export function markGiven(plain: string): number | null {
  const said = markIn(plain);
  return said?.sure === true && (WITH_UNIT.test(plain) || onlyRates(plain)) ? said.mark : null;
}
