/** Where something is, is not what it is about: 宿舍里没水, 学校门口堵车. */

/** What people live, work, learn or wait in. */
const A_PLACE =
  /(?:宿舍|公寓|公租房|厂房|车间|学校|幼儿园|小学|初中|医院|食堂|银行|公交站|站台|候车亭|停车场|路灯|工地)$/u;
const AT_IT =
  /^(?:[大小]?[楼院区]?(?:里面?|内|门口|门前|旁边?|边上|附近|对面|周边|周围|楼下|楼上|底下|里头|外头|后头|前头|拐角|墙外|外面?|后面|前面|那边|这边|下面)|楼?[一二三四五六七八九十两\d]+(?:楼|层|栋|号|期|单元))/u;

/** Whether a word that stands in a text says only where something is. */
export function saysOnlyWhere(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && A_PLACE.test(word) && AT_IT.test(text.slice(at + word.length));
}
