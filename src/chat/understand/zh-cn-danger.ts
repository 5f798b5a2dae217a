/** Danger to life. */
const DANGER =
  /着火|起火|失火|冒(?:浓)?烟|火灾|爆炸(?!式)|泄漏|漏(?:氨|气|电伤)|氨气.{0,3}漏|触电|被困|中毒|坍塌|塌了|伤人|受伤|晕倒|昏倒|拿刀|持刀|砍|打起来|救命/u;
export function isDanger(text: string): boolean {
  return DANGER.test(text) && !/防触电|消防|气炸/u.test(text);
}
