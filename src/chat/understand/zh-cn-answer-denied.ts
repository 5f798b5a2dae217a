import { anyOf } from "./any-of.ts";
import { clausesOf } from "./zh-cn-pieces.ts";

/** 没清啊 你们看的哪里, 还堆着呢: what an answer says is denied. In plain text. */

/** What is not done by whoever speaks, or is nothing to do: 还没下班, 没办法. */
const NO_MATTER =
  "(?!办法|问题|事(?!$)|关系|必要|意思|意见|法|注意|记错|[下上]班|吃|睡|考虑|商量|定|想|看(?!到|见)|试|问|[来去](?:看(?!到|见)|试|问|验)|空|到期|超期)";
const DID = "(?!了|着|过|是|的|说|想|看见)\\p{Script=Han}{1,2}?";

/** That it is so no more than before, in whatever words. */
const STANDS = anyOf(
  `(?<![我咱]|[我咱]们)(?:还是?|根本就?|压根就?|完全|从来|一直|都|也|仍然?|并|依旧|依然|到现在|[咋怎]么|为(?:什么|啥))(?:都|也|还|就)?(?:没|冇|未)(?:有)?(?:人|谁)?${NO_MATTER}\\p{Script=Han}`,
  "(?:还|仍|依然|照样|照旧)(?:在|是)?(?:那里|那儿|那|这里|这)?(?!没|有点)\\p{Script=Han}{1,3}(?:着|呢|得(?:很|要死|要命))",
  "(?:还|仍|依然)(?:在|是)(?:那里|那儿|那|原地|老地方)\\p{Script=Han}{0,2}着?",
);

/** 你们换的哪里, 谁说清走了, 哪里换了: whether it was done at all is called into question. */
const QUESTIONS = anyOf(
  `(?:你们?|他们?|谁|到底)?${DID}的(?:是|都是|究竟是)?(?:哪|谁家|别人)`,
  "(?:谁|哪个|凭什么)(?:跟你们?|告诉你们?)?(?:说|讲|看(?:到|见))[^,，。;；!！?？]{0,6}(?:了|过|好)",
  `(?:哪里|哪儿|哪有|何时|几时|啥时候?|什么时候)(?:人|就|有人)?(?:来)?${DID}(?:了|过|好|走|完)`,
  "(?:了|好|完|走|过)[?？][\\s]*(?:我|那|怎么|咋|为什么|为啥|现在|今天|早上|还)",
);

/** 没清, 没人来拉: of what was to be done. */
const UNDONE = new RegExp(
  `(?:没|冇|未)(?:有)?(?:人|谁|见)?(?:来|去|给)?(?:人)?${NO_MATTER}(?<deed>\\p{Script=Han})`,
  "gu",
);

/** What is said to be as it was, where it is surely denied, whatever was answered: 灯 of 灯还没亮; empty where it is not named. Null: it is not. */
export function deniedOf(plain: string): string | null {
  const said = STANDS.exec(plain) ?? QUESTIONS.exec(plain);
  if (said === null) return null;
  return (clausesOf(plain.slice(0, said.index).replace(/[?？\s]/gu, ",")).at(-1) ?? "").replace(BESIDE_IT, "");
}

const BESIDE_IT =
  /[你我他]们?|这|那|[里边儿]|现在|刚才?|今[天早]|昨[天晚]|[早晚]上|到现在|怎么|咋|啊|哦|唉|哎|喂|呀|哪|其实|明明|不是|不对|没有?|说|了|个|的|都|就|也|根本|来/gu;

/** The characters of what is said not to be done: 清 of 没清啊. */
export function undoneIn(plain: string): readonly string[] {
  return [...plain.matchAll(UNDONE)].flatMap(({ groups }) => groups?.deed ?? []);
}

/** 想装监控, 另外想咨询消防验收: something is wished for, and what. */
const WISHES =
  /(?:想|希望|建议|申请|要求|能不能|能否|可否|可不可以|最好)(?:再|也|给|帮|在|多|我们?|你们?)*(?:(?:加|新)?装|加(?![快急紧强班以])|增[加设]|新建|建|修(?:个|一)|设(?:个|置|立)?|租|买|咨询)(?:一?[个下点条台部些])*(?<what>\p{Script=Han}{2,})/u;

/** What is wished for that is not there: 监控 of 想装监控. Null: nothing is. */
export function wishedAnew(plain: string): string | null {
  return WISHES.exec(plain)?.groups?.what ?? null;
}
