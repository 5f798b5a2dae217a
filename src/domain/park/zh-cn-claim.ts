/** What stands around a name when somebody says who he is: titles, and words that say nothing. */
export const AROUND_A_NAME =
  /副?(?:局长|主任|经理|总监|科长|处长|所长|站长|书记|厂长|总经理|董事长|会长|科员|干事)|负责人|经办人?|联络员|协调员|工作人员|领导|管理员|手机号?码?|电话号?码?|联系方式|姓名|单位|企业|本人|这里|您好|你好|[的是我叫在和，,。.、:：;；!！·\-/()（）【】]/gu;

/** 我是 企业 恒达: it is the company that is meant, though somebody has its name. */
export const MEANS_A_COMPANY = /^(?:企业|公司)[\s:：]+/u;

/** 核实 王建国 不是 */
export const DENIES = /^(?:不是|不对|否|不认识|不核实|取消)$/u;
