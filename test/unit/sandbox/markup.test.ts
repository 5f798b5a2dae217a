import { describe, expect, it } from "vitest";
import { type MarkupContext, toHtml } from "../../../src/sandbox/markup.ts";

const names: Record<string, string> = { wang: "王建国", wangwu: "王建国强", limin: "李敏", "<b>": "<b>坏</b>" };
const wecom: MarkupContext = { platform: "wecom", mentionName: (userId) => names[userId], botName: "茶叙" };
const dingtalk: MarkupContext = { ...wecom, platform: "dingtalk" };
const markdown = (text: string, context = wecom): string => toHtml(text, "markdown", context);

describe("markup of a simulated chat program", () => {
  it("shows headings, bold, lists, quotes and rules", () => {
    const html = markdown("### 简报\n**三件**事\n- 一\n- 二\n\n> 引用\n\n---");
    expect(html).toContain("<h3>简报</h3>");
    expect(html).toContain("<strong>三件</strong>事");
    expect(html).toContain("<li>一</li>\n<li>二</li>");
    expect(html).toMatch(/<blockquote>\s*<p>引用<\/p>\s*<\/blockquote>/);
    expect(html).toContain("<hr>");
  });

  it("keeps line breaks in both formats", () => {
    expect(markdown("甲\n乙")).toBe("<p>甲<br>\n乙</p>");
    expect(toHtml("甲\r\n乙", "text", wecom)).toBe("甲<br>\n乙");
  });

  it("leaves markdown in a plain text as it was written", () => {
    expect(toHtml("**不粗** [x](https://a.cn)", "text", wecom)).toBe("**不粗** [x](https://a.cn)");
  });

  it("ends a WeCom quotation with its line", () => {
    expect(markdown("> 引用\n正文")).toMatch(/<\/blockquote>\s*<p>正文<\/p>/);
  });

  it("colours the three WeCom colours and formats inside them", () => {
    for (const color of ["info", "comment", "warning"]) {
      expect(markdown(`<font color="${color}">**急**</font>`)).toBe(
        `<p><span class="font-${color}"><strong>急</strong></span></p>`,
      );
    }
    expect(markdown('**<font color="info">急</font>**')).toBe(
      '<p><strong><span class="font-info">急</span></strong></p>',
    );
  });

  it.each([
    '<font color="red">x</font>',
    '<font color="info" onclick="x">x</font>',
    '<font color="info">没有结尾',
    "没有开头</font>",
  ])("shows a font tag that WeCom does not know as text: %s", (text) => {
    expect(markdown(text)).not.toMatch(/<(?!\/?p>)/);
  });

  it("does not know WeCom's tags on DingTalk", () => {
    expect(markdown('<font color="info">x</font> <@wang>', dingtalk)).not.toContain("<span");
  });

  it("shows a WeCom mention by name, and by id when nobody has that id", () => {
    expect(markdown("<@wang> 请看")).toBe('<p><span class="mention" data-user="wang">@王建国</span> 请看</p>');
    expect(markdown("<@nobody>")).toContain('<span class="mention" data-user="nobody">@nobody</span>');
  });

  it("highlights the names of alerted people and of the bot, the longest name first", () => {
    const html = toHtml("@茶叙 @王建国强 @王建国 @李敏", "text", { ...dingtalk, mentions: ["wang", "wangwu"] });
    expect(html).toBe(
      '<span class="mention bot">@茶叙</span> <span class="mention" data-user="wangwu">@王建国强</span> ' +
        '<span class="mention" data-user="wang">@王建国</span> @李敏',
    );
    expect(markdown("- **@王建国**", { ...dingtalk, mentions: ["wang"] })).toContain(
      '<strong><span class="mention" data-user="wang">@王建国</span></strong>',
    );
    expect(markdown("`@王建国`", { ...dingtalk, mentions: ["wang"] })).not.toContain("mention");
  });

  it("links to http and https alone, in a new window that knows nothing of this one", () => {
    const html = markdown("[台账](https://example.cn/a?b=1&c=2)");
    expect(html).toContain('href="https://example.cn/a?b=1&amp;c=2"');
    expect(html).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  });

  it.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](dtmd://dingtalkclient/sendMessage?content=%)",
    "[x](dtmd://dingtalkclient/openUrl?content=1)",
    "[x](//evil.example)",
    "[x](/login)",
    "<javascript:alert(1)>",
  ])("makes no link of %s", (text) => {
    expect(markdown(text)).not.toContain("<a");
    expect(markdown(text, dingtalk)).not.toContain("<a");
  });

  it("shows DingTalk's links that say something as what is said, and nowhere else", () => {
    const text = "[签收 12](dtmd://dingtalkclient/sendMessage?content=%E7%AD%BE%E6%94%B6%2012%22)";
    expect(markdown(text, dingtalk)).toBe('<p><a class="say" href="#" data-say="签收 12&quot;">签收 12</a></p>');
    expect(markdown(text)).not.toContain("<a");
  });

  it("loads no picture from anywhere", () => {
    const html = markdown('![现场"><img src=x onerror=alert(1)>](https://evil.example/x.png)');
    expect(html).not.toMatch(/<img|evil\.example/);
    expect(html).toContain("[图片]");
  });

  const attacks = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<font color="info"><img src=x onerror=alert(1)></font>',
    '<font color="info"><font color="warning"><script>x</script></font></font>',
    '<@wang" onmouseover="alert(1)>',
    "<@<img/src=x>>",
    '<@"><svg/onload=alert(1)>>',
    '**<@wang><iframe src="x">**',
    '[<img src=x onerror=alert(1)>](https://a.cn "><script>x</script>)',
    "```\n</code></pre><script>x</script>\n```",
    '```"><script>x</script>\nx\n```',
    "`<script>`",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x&#62;",
    "> <style>*{display:none}</style>",
    "<!-- --><b>x</b>",
    "@<b>坏</b>",
  ];
  const allowed =
    /<\/?(?:p|strong|em|h[1-6]|ul|ol|li|blockquote|pre|code|hr|br|span|a)(?: (?:class|data-user|href|target|rel|title)="[^"<>]*")*>/g;

  it.each(attacks)("lets nothing through but its own tags: %s", (attack) => {
    for (const format of ["text", "markdown"] as const) {
      for (const context of [wecom, dingtalk]) {
        const html = toHtml(attack, format, { ...context, mentions: ["<b>"] });
        expect(html.replaceAll(allowed, ""), html).not.toMatch(/[<>]/);
      }
    }
  });

  it("keeps a long hostile text quick", () => {
    for (const piece of ['<font color="info">', "<@a", "@茶", "**[", "> "]) {
      const started = performance.now();
      markdown(piece.repeat(2000));
      expect(performance.now() - started, piece).toBeLessThan(1500);
    }
  });
});
