import { referencesIn } from "./zh-cn-numbers.ts";

/** Numbers that are written as an issue's, and that no issue in sight has: 把4号撤回, 77号那件. In plain text. */

export interface Stranger {
  readonly number: number;
  /** No day of the month can be meant by it. */
  readonly sure: boolean;
  /** Its clause says nothing else. */
  readonly alone: boolean;
  readonly start: number;
}

const MOVES =
  "(?:撤|签(?![订约字证合])|催|督办|批示|退(?!休|税|款|役|货|伍|费|押|还|钱|租|房)单?|派单|派给|转派|改派|合并|作废|不予?受理|认可|评价|办结|销号|重开|延期|挂账|驳回|批准|同意)";
/** 把4号, 撤回我4号: whatever it is, something is to be done with it. */
const IS_TAKEN = new RegExp(`(?:[把将]|${MOVES}[回销收掉办了]?(?:一?下)?)(?:我们?|咱们?|公司)?的?\\s*$`, "u");
/** 4号那件, 4号也撤了吧. 4号撤回的 tells when. */
const IS_ONE = new RegExp(
  `^\\s*(?:[那这](?:一)?(?:个|件|条|单|边|事)|的?(?:诉求|单子)|的(?:[那这]|事(?!故))|(?:你|您|我|们|也|都|就|先|再|给|帮|请|麻烦|现在|可以|已经|直接|赶紧|全)*${MOVES}(?![过了回销收]*的))`,
  "u",
);
/** What a bare figure stands alone between: 是 4, 好的，4. */
const ENDS = /^\s*(?:$|[,，。;；!！?？、了掉吧])/u;
const BEGINS = /(?:^|[,，。;；!！?？\s]|是|有|那)\s*$/u;
/** 六十号人 */
const PEOPLE = /^\s*(?:来|多)?人/u;
const LAST_DAY = 31;

/** Of bare figures those count that stand alone, or that something is done with. */
export function strangersIn(plain: string, isKnown: (number: number) => boolean): readonly Stranger[] {
  return referencesIn(plain, (number) => !isKnown(number)).flatMap(({ number, start, end }) => {
    const written = plain.slice(start, end);
    if (written === "" || isKnown(number)) return [];
    const [ahead, behind] = [plain.slice(0, start), plain.slice(end)];
    const isMarked = written.startsWith("#") || written.endsWith("号");
    if (PEOPLE.test(behind)) return [];
    if (!isMarked && !ENDS.test(behind) && !IS_ONE.test(behind)) return [];
    const isDone = IS_TAKEN.test(ahead) || IS_ONE.test(behind);
    const sure = isDone || written.startsWith("#") || (isMarked && number > LAST_DAY);
    return [{ number, start, sure, alone: BEGINS.test(ahead) && ENDS.test(behind) }];
  });
}

/** 19收到, 20号退了，不归我们: what an official does with the issue whose number stands first. */
const OFFICIAL_TAKES_IT =
  /^[\s,，]*#?(\d{1,6})\s*号?(?:[那这](?:个|件|条)|的)?[\s,，]*(?:我们?|单位|已经?|也|都|先|全部?|刚|还没|正在|今[天晚]|昨[天晚]|明天)*(?:(?:修|换|补|装|清|弄|搞|办|疏|拆|铺|抢|联系|处理|解决|恢复|疏通|协调|沟通|整改)(?:完|好|通|妥|掉|上|过|到位|修|理|运)*了|收到|签|接(?:了|单|收)|认领|退(?:了|回|单|给|吧|掉)|转(?:给|走|办|交)|不归|不属于?|不是我们)/u;

/** The number with which an official's message begins, where it can be no day; null: none is. */
export function numberTaken(plain: string): number | null {
  const number = OFFICIAL_TAKES_IT.exec(plain)?.[1];
  return number === undefined ? null : Number(number);
}
