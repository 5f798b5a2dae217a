/** The words with which a platform says «later» beside a code. */
export const LATER_IN_WORDS =
  /系统(异常|繁忙|错误|忙)|服务(异常|繁忙)|稍后|稍候|重试|too (fast|many|frequent)|try again|retry later|\bbusy\b/i;
