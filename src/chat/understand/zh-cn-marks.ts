import { isMocked } from "./zh-cn-denied.ts";

/** How many stars words give; `sure`: they are figures, or as clear as figures. In plain text. */
export interface MarkSaid {
  readonly mark: number;
  readonly sure: boolean;
}

const FIGURES = "一二三四五";
const FIGURE = /(?:^|[^\d.])([1-5])(?:\s*(?:分|星|颗星|个星)|\s*[!。,，;；]|\s*$)/u;
const HAN_FIGURE = /([一二两三四五])(?:分|星|颗星|个星)/u;

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
