import type { Urgency } from "../domain/org.ts";
import { narrow } from "./parse.ts";

/** What is wished inside a text: a category, an urgency, confidence. */
export interface Wishes {
  readonly text: string;
  readonly urgency: Urgency;
  readonly confidential: boolean;
  readonly category: string | undefined;
}

const WORDS: ReadonlyMap<string, Partial<Wishes>> = new Map(
  Object.entries<Partial<Wishes>>({
    紧急: { urgency: "urgent" },
    urgent: { urgency: "urgent" },
    复杂: { urgency: "complex" },
    complex: { urgency: "complex" },
    保密: { confidential: true },
    confidential: { confidential: true },
  }),
);

/**
 * 保密 as a clause of its own, in brackets, with a # or with what people say around it: 【保密】, 请保密, 这事要保密. What is raised
 * cannot be taken back once others have read it, so every such clause makes it confidential. The text stays as it was written.
 */
const CONFIDENTIAL_CLAUSE =
  /(?:^|[\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’])(?:这事|此事|这件事|本件|以上|内容|请|务必|希望|需要|需|要|麻烦|帮忙|申请|诉求|投诉|反映|务请|全程|严格|为我们|给我们|替我们)*保密(?:处理|办理|诉求|件|一下|哦|啊|呀|吧|谢谢)*(?=$|[\s,，。:：;；!！?？()（）【】「」『』[\]［］<>《》#＃"“”'‘’])/u;

/** Takes the wishes out of a text: #类别 that exists, and 紧急, 复杂, 保密 as words of their own. */
export function readWishes(text: string, isCategory: (name: string) => boolean): Wishes {
  let wishes: Wishes = { text: "", urgency: "normal", confidential: false, category: undefined };
  const kept = text.replace(
    /(^|[\s,，。、:：;；!！])([#＃]?[^\s,，。、:：;；!！#＃]+)(?=$|[\s,，。、:：;；!！#＃])/gu,
    (whole, before: string, word: string) => {
      const plain = narrow(word).toLowerCase();
      if (plain.startsWith("#") && wishes.category === undefined && isCategory(plain.slice(1))) {
        wishes = { ...wishes, category: plain.slice(1) };
        return before;
      }
      const wish = WORDS.get(plain);
      if (wish === undefined) return whole;
      wishes = { ...wishes, ...wish };
      return before;
    },
  );
  const trimmed = kept
    .replace(/[ \t]{2,}/gu, " ")
    .replace(/^[\s,，。、:：;；!！]+/u, "")
    .trim();
  return { ...wishes, confidential: wishes.confidential || CONFIDENTIAL_CLAUSE.test(text), text: trimmed };
}
