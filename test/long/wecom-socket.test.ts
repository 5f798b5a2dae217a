import { afterEach, beforeEach, expect, it } from "vitest";
import { group, part, replyTo, SocketBot, until } from "../support/wecom-socket.ts";

/** The short form is in the contract tests. */

let bot: SocketBot;
beforeEach(() => {
  bot = new SocketBot();
});
afterEach(() => bot.stop());

const count = (name: string) => process.getActiveResourcesInfo().filter((one) => one === name).length;

it("a thousand broken connections to WeCom leave no socket, no timer and no message behind", async () => {
  const before = { timers: count("Timeout"), sockets: count("TCPSocketWrap") };
  await bot.start({ firstPause: 0.2, longestPause: 0.5, thinking: 50, ping: 50, answer: 60 });
  bot.receive = async () => ({ worked: new Promise(() => {}) });
  bot.server.messages.spoken("direct:u0");
  for (let cuts = 1; cuts <= 1_000; cuts++) {
    const userId = `u${cuts % 50}`;
    const message = await bot.hears(`第 ${cuts} 次`, userId, `direct:${userId}`);
    // A reply whose connection breaks under it, and a post whose answer never comes.
    const sent = Promise.all([bot.platform.send(replyTo(message), part("好")), bot.platform.send(group(), part("好"))]);
    if (cuts % 10 === 0) bot.server.halfOpen();
    else bot.server.cut();
    await sent;
    await bot.opened(cuts + 1);
    bot.time = new Date(bot.time.getTime() + 10_000);
  }
  expect(bot.heard).toHaveLength(1_000);
  expect(bot.server.sockets.made).toBe(1_001);
  await bot.connection?.close();
  await until(() => bot.server.sockets.open === 0);
  expect(count("Timeout")).toBeLessThanOrEqual(before.timers);
  expect(count("TCPSocketWrap")).toBeLessThanOrEqual(before.sockets);
}, 300_000);
