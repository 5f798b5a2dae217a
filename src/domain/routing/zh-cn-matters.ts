/** How people number what they raise, and how they go on to something else. */
const NUMBERED =
  /(?<!\w)[（(][1-9一二三四五][)）]|(?:^|[\s,，。;；:：!！])(?:[1-9１-９][、.．)）](?!\d)|[一二三四五][、.．]|[一二三四]是|第[一二三四](?:个|点|件|条)?[、,，:：是]|其[一二三][、,，:：是])/gu;
const BESIDES = /[,，。;；!！\n]\s*(?:另外|此外|还有一(?:个|件)|再(?:有|就是)|顺便(?:说|问|反映))/u;

/** Whether a text raises several matters, of which each may be another department's. */
export function hasSeveralMatters(text: string): boolean {
  return (text.match(NUMBERED)?.length ?? 0) > 1 || BESIDES.test(text);
}
