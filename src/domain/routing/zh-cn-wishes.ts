/** What people say of anything that they raise: how they begin, what they wish, and how they thank. By it no two matters are alike. */
const WISHES =
  /我们?(?:厂|公司|单位|这边|这里|这儿|家)?(?:里)?(?:现在|目前)?(?:有|想|要)(?:[一两]?(?:个|位|名|件事))?|(?:这个|这件|此)?(?:事情?)?(?:想|要|请|希望|需要)?(?:帮我们?)?保密(?:[的一]|处理)*|(?:不要|别)(?:公开|外传|说出去|让人知道|写名字)|(?:希望|盼望?|恳请|请求|请|麻烦)(?:领导|政府|园区|你们|贵单位|相关部门|有关部门)?(?:能够?|可以|给|帮)?(?:尽快|早日|及时|帮忙|协调|解决|处理|看看){0,3}|尽快|帮(?:我们|忙|个忙)|谢谢(?:领导|你们|您)?|感谢|您好|你好|领导好|能不能|可不可以|是不是/gu;

/** A text without these; the whole of it where nothing else would be left. */
export function withoutPleas(text: string): string {
  const left = text.replace(WISHES, " ");
  return left.trim() === "" ? text : left;
}
