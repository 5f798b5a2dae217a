/** Text as a title can bear it: on one quiet line at a time, however it was shouted, and with nothing in it that nobody sees. */

/** Control and format characters (zero width, direction marks, tags); what joins the parts of a picture stays. */
const UNSEEN =
  /(?!\n)\p{Cc}|(?!\u200D)\p{Cf}|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})|\u034F|[\u115F\u1160\u3164\uFFA0\uFFFE\uFFFF]|\p{Cs}/gu;
/** What a page is made of says nothing of an issue: <b>, </script>. Not 压力<5, nor 气温<T1且湿度>60. */
const TAG = /<[!/]?[A-Za-z][^<>\p{Script=Han}]{0,200}>/gu;
/** More accents on one letter than any language has. */
const PILED = /(\p{M}{2})\p{M}+/gu;
/** Of marks that end or part a clause one is enough, of others three of a kind are too many: C++ is a name. */
const REPEATED = /([!！?？~～,，.。、;；:：…])\1+/gu;
const ASKED_AND_SHOUTED = /([!！?？])[!！?？]{2,}/gu;
const ORNAMENT = /([^\p{L}\p{N}\p{M}\s])\1{2,}/gu;
/** 138****2345 and 0746-****456 are numbers that were covered. */
const FIGURE = /\p{Nd}/u;
const REPEATED_PICTURE = /(\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)\1+/gu;
const PICTURES_APART = /(?<=\p{Extended_Pictographic}\uFE0F?) +(?=\p{Extended_Pictographic})/gu;
/** ----停水了----, *** 停水了 ***: what is drawn around a line. */
const FRAME_BEFORE = /^[ \-*=_~|·•>]*[-*=_~|·•>](?= *[\p{L}【（(《「『])/gmu;
const FRAME_BEHIND = /(?<=[^\s\-*=_~|·•]) *[-*=_~|·•][ \-*=_~|·•]*$/gmu;

/** The same text without shouting, drawings and what is invisible; each of its lines stays a line. */
export function calmed(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN, "")
    .replace(TAG, " ")
    .replace(PILED, "$1")
    .replace(ORNAMENT, (all: string, mark: string, at: number, whole: string) =>
      FIGURE.test(whole.charAt(at - 1)) || FIGURE.test(whole.charAt(at + all.length)) ? all : mark,
    )
    .replace(REPEATED, "$1")
    .replace(ASKED_AND_SHOUTED, "$1")
    .replace(PICTURES_APART, "")
    .replace(REPEATED_PICTURE, "$1")
    .replace(/[^\S\n]+/gu, " ")
    .replace(FRAME_BEFORE, "")
    .replace(FRAME_BEHIND, "");
}
