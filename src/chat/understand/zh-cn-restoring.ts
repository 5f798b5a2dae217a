import { anyOf } from "./any-of.ts";
import { AGAIN } from "./zh-cn-talk.ts";

/** How a company says that what it has taken back is wanted after all. In plain text. */

/** 手滑撤错了, 8号还要, 四号恢复: what was taken back is wanted after all. */
export const RESTORES = anyOf(
  "恢复|(?:撤|取消)(?:错|早|快)了|误(?:撤|点|操作)|(?:点|按|弄|搞|发|说)错(?:了)?|手(?:滑|抖|误)|反悔|后悔|不(?:想|要|能)?撤(?:回)?了?(?:$|[,，。!！吧])",
  "还(?:是)?(?:要|得|想|需要)(?:继续)?(?:办|处理|解决|修|弄|提|的|留|$|[,，。!！了吧啊呀])|(?:继续|接着|重新)(?:办|处理|走|启动|提|弄)|(?:留|捡|找|要|拿)(?:着|回来)|仍(?:然)?(?:要|需)",
);

/** 4号还是要办, 36留着: of what nobody has taken back. */
export const STILL_WANTED =
  /还(?:是)?(?:要|得|需要)(?:办|处理|解决|弄|留着?)?(?:的)?(?:[\s。!！,，吧啊呀]*$)|留着(?:[\s。!！吧]*$)|(?:不|别|先别)(?:要)?撤(?:了|回)?[\s。!！吧]*$/u;

const KEEPS =
  /(?:留[着下]|保留|(?:先|还)?(?:别|不|不要|先别)撤|还(?:是)?(?:要|得|需要)(?:办|处理|解决|弄|修|提)?|继续(?:办|处理)|不动|接着办)[的了吧啊哈]{0,2}$/u;

/** The clauses that say what stays, where others say what is taken back: 站台那个留着 of 站台那个留着，垃圾的撤了. */
export function partKept(plain: string): string {
  const clauses = plain.split(/[\s,，。;；!！]+/u).filter((one) => one !== "");
  const kept = clauses.filter((one) => KEEPS.test(one));
  return kept.length === clauses.length ? "" : kept.join(",");
}

/** 哎等下，还是留着吧; 恢复吧: in a clause of its own, of what was taken back. */
export const RESTORES_ALONE =
  /(?:^|[,，。;；!！\s])(?:[哎诶唉哦啊那就先请又]|等(?:等|一下|下)|我们?|这个|刚才(?:的|那个|那[条件])?|还是|算了|帮我|给我|麻烦){0,5}(?:恢复(?:一?下|回来)?|重新打开|(?:继续|接着|照常)(?:办|提|处理)|(?<=还是)(?:办|提)|留着|(?:别|不|不要|甭)撤(?:回)?|(?:撤|取消)错|取消撤回|撤销撤回)[了吧的啊哈呢呀]{0,3}(?=$|[,，。;；!！\s])/u;

/** 恢复刚才那个贷款, and no more. */
export const RESTORES_IT = /^.{0,8}恢复(?:一?下)?(?!了|正常|供|通|营)[^,，。!！?？]{0,14}$/u;

/** 对，撤; 是的 撤了吧: a yes to taking something back, and no more. */
export function saysYesToTakingBack(plain: string): boolean {
  return /^[\s,，。!！]*(?:对|是|嗯|好|行|确认|没错|可以)+(?:的|了|呀|啊)?[\s,，。!！]*(?:就)?撤(?:回|掉|销|单)?(?:吧|了|啊)*[\s。!！~]*$/u.test(
    plain,
  );
}

/** 恢复吧, 打桩的又来了: it may be about what was taken back. */
export function mayBeOfTakenBack(plain: string): boolean {
  return RESTORES_ALONE.test(plain) || RESTORES.test(plain) || AGAIN.test(plain);
}

/** 又断了, 又不行了, 又来了, 又这样: what had been well is so no more. */
export const IS_BROKEN_AGAIN =
  /(?:^|[,，。;；!！?？\s]|现在|今天|刚才?|怎么|咋|它|这个?|那个?)(?:又|再次|重新)(?!好|快|稳|正常|通了|亮了|要|想|有?[电水网]了)[^,，。;；!！?？\s]{0,5}(?:了|坏|停|漏|堵|断|跳|卡|掉|来|犯|这样|那样|老样子|出问题|没|不|开始)/u;
