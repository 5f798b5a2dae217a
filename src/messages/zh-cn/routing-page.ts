/** The page on which routing is tried out, and what is asked of it before it dispatches by itself. */

export const ROUTING_POLICY = {
  title: "自动派单",
  lead: "程序从以往的派单中学习。某个单位的案例够多，并且在没有学过的案例上正确率达到要求，才会自动派给它；否则给出建议，由营商办派单。留空按默认。正确率的改动在一小时内生效。",
} as const;

export const ROUTING_FIELDS = {
  leastCases: "一个单位至少要有多少件",
  precision: "要求的正确率",
} as const;
