import { type ClockName, LADDER_STEPS, type Reminded, type StepName } from "../../domain/park/org.ts";
import { CLOCK_WORDS } from "./admin.ts";
import { URGENCY_WORDS } from "./terms.ts";

/** What stands inside the settings that the org file has once, by its name there. */

const isStep = (name: string): name is StepName => LADDER_STEPS.some((one) => one === name);
const isClock = (name: string): name is ClockName => Object.hasOwn(CLOCK_WORDS, name);

/** What is behind the name of a clock in the name of a step of its ladder. */
const BEHIND: Readonly<Record<string, string>> = {
  late: "逾期后",
  warning: "快到时",
  due: "到期时",
  supervision: "报督办",
  leader: "报领导",
  again: "再次催办",
};
const OF_STEP: Readonly<Record<string, string>> = {
  promise: "承诺的日期",
  after: "到期后",
  before: "到期前",
  at: "用去的时间",
  to: "提醒谁",
  text: "内容",
  off: "放假",
  on: "上班",
};
const TOLD: Readonly<Record<Reminded, string>> = {
  handler: "承办人",
  head: "单位负责人",
  helper: "协办单位",
  company: "企业",
  coordinator: "营商办",
  supervision: "督办群",
  leader: "领导",
};

/** 答复, 紧急, 答复逾期后; null: it is none of these. */
export function policyPart(name: string): string | null {
  if (Object.hasOwn(URGENCY_WORDS, name)) return Reflect.get(URGENCY_WORDS, name);
  if (Object.hasOwn(TOLD, name)) return Reflect.get(TOLD, name);
  if (isClock(name)) return CLOCK_WORDS[name].name;
  const own = OF_STEP[name];
  if (own !== undefined) return own;
  if (!isStep(name)) return null;
  const [clock = "", behind = ""] = name.split("-");
  return isClock(clock) ? `${CLOCK_WORDS[clock].name}${BEHIND[behind] ?? ""}` : null;
}
