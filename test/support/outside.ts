import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Org } from "../../src/domain/park/org.ts";
import { loadOrg } from "../../src/org/load.ts";
import { callbackBody } from "../../src/sandbox/dingtalk-callback.ts";
import { simulatedChats, simulatedPeople } from "../../src/sandbox/population.ts";
import { Sandbox } from "../../src/sandbox/sandbox.ts";
import { streamIn } from "../../src/sandbox/wecom-shapes.ts";
import { OffsetClock } from "../../src/shared/clock.ts";
import type { Program } from "./program.ts";

/** A message that a test sends, and sends again, by an id of its own. `chat`: a code of the org file. */
export interface Message {
  readonly id: string;
  readonly person: string;
  readonly chat: string;
  readonly text: string;
}

/**
 * WeCom and DingTalk as they stand outside of real program processes: in the test's process, with a clock that follows
 * the program's. `env` configures a program to use them.
 */
export class Outside {
  readonly clock: OffsetClock;
  readonly sandbox: Sandbox;
  readonly org: Org;
  readonly env: Readonly<Record<string, string>>;

  private constructor(parts: { clock: OffsetClock; sandbox: Sandbox; org: Org; env: Record<string, string> }) {
    this.clock = parts.clock;
    this.sandbox = parts.sandbox;
    this.org = parts.org;
    this.env = parts.env;
  }

  /** `orgFile`: the text, where `${WECOM}` is the base of WeCom's webhooks. `botUrl` is asked at each callback. */
  static async open(folder: string, orgFile: string, botUrl: () => string): Promise<Outside> {
    const clock = new OffsetClock();
    const sandbox = new Sandbox({ clock, botNames: { wecom: "茶叙", dingtalk: "茶叙" }, botUrl });
    const bases = await sandbox.listen();
    const { wecom, dingtalk } = sandbox.keys;
    const path = join(folder, "org.yaml");
    await writeFile(path, orgFile);
    const env = {
      SANDBOX: "on",
      ORG_FILE: path,
      WECOM: bases.wecom,
      WECOM_API_BASE: bases.wecom,
      WECOM_BOT_TOKEN: wecom.token,
      WECOM_BOT_ENCODING_AES_KEY: wecom.encodingAesKey,
      DINGTALK_API_BASE: bases.dingtalk,
      DINGTALK_OAPI_BASE: bases.dingtalk,
      DINGTALK_CLIENT_ID: dingtalk.clientId,
      DINGTALK_CLIENT_SECRET: dingtalk.clientSecret,
      DINGTALK_ROBOT_CODE: dingtalk.robotCode,
    };
    const loaded = loadOrg(orgFile, env);
    if ("errors" in loaded) throw new Error(loaded.errors.map((one) => `line ${one.line}: ${one.message}`).join("\n"));
    sandbox.fill(simulatedPeople(loaded.org), simulatedChats(loaded.org));
    return new Outside({ clock, sandbox, org: loaded.org, env });
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  /** Delivers a message once. What WeCom's request was answered with; DingTalk's answer holds no text. */
  async send(message: Message): Promise<{ status: number; text: string; finished: boolean }> {
    const chat = this.org.chats.find((one) => one.code === message.chat);
    const userId = this.org.people.find((one) => one.name === message.person)?.[chat?.platform ?? "wecom"];
    if (chat === undefined || userId === undefined) throw new Error(`${message.person} is not in ${message.chat}`);
    return chat.platform === "wecom"
      ? this.#sendToWecom(message, chat.chatId, userId)
      : this.#sendToDingtalk(message, chat, userId);
  }

  async #sendToWecom({ id, text }: Message, chatid: string, userid: string) {
    const content = { msgtype: "text", text: { content: `@茶叙 ${text}` } };
    const where = { aibotid: "aib", chattype: "group", chatid, from: { userid } };
    const answer = await this.sandbox.wecom.deliver({ msgid: id, ...where, ...content }).catch(() => null);
    const stream = answer === null ? null : streamIn(answer.reply);
    return { status: answer?.status ?? 0, text: stream?.content ?? "", finished: stream?.finish ?? false };
  }

  async #sendToDingtalk({ id, text }: Message, chat: { chatId: string; name: string }, userId: string) {
    const { dingtalk, world, keys } = this.sandbox;
    const payload = callbackBody({
      msgId: id,
      at: this.clock.now(),
      botName: "茶叙",
      robotCode: keys.dingtalk.robotCode,
      userId,
      person: world.person("dingtalk", userId),
      group: { id: chat.chatId, title: chat.name },
      mentioned: [],
      text,
      sent: [],
      quoted: undefined,
      session: dingtalk.sessionFor(chat.chatId),
    });
    return { ...(await dingtalk.deliver(payload)), text: "", finished: false };
  }

  /** What the bot said in a chat (its code), oldest first. */
  said(code: string): readonly string[] {
    const chat = this.org.chats.find((one) => one.code === code);
    const { messages } = this.sandbox.world;
    const here = messages.filter((one) => one.platform === chat?.platform && one.chatId === chat.chatId);
    return here.flatMap((one) => (one.from === null ? [one.text] : []));
  }

  /** Moves a program's clock, and this one with it. */
  async moveClock(program: Program, to: Parameters<Program["moveClock"]>[0]): Promise<void> {
    // Ahead of it first, so that what goes out on the way meets no limit of a minute that is over.
    const target = "at" in to ? new Date(to.at) : new Date(this.clock.now().getTime() + minutes(to.advance) * 60_000);
    this.#stand(target);
    this.#stand(await program.moveClock(to));
  }

  #stand(at: Date): void {
    this.clock.offset += at.getTime() - this.clock.now().getTime();
  }
}

function minutes(advance: string): number {
  return Number.parseInt(advance, 10) * { m: 1, h: 60, d: 1440 }[advance.slice(-1) as "m" | "h" | "d"];
}

/**
 * The org file of a small park on these doubles: the power company, 周长友 who raises issues on either platform, and 李敏, the
 * coordinator. `people`, `chats`: further lines of YAML; `rest`: what follows them.
 */
export function smallPark(
  more: { readonly people?: readonly string[]; readonly chats?: readonly string[]; readonly rest?: string } = {},
): string {
  const { people = [], chats = [], rest = "" } = more;
  return `
park: { name: 园区 }
departments:
  - { code: power, name: 供电公司 }
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
people:
  - { name: 周长友, role: liaison, enterprise: zhongsu, wecom: zhou, dingtalk: "0310021" }
  - { name: 李敏, role: coordinator, dingtalk: limin }
${people.join("\n")}
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: qiye2, platform: dingtalk, chatId: "cidQiye==", name: 企业钉钉群, audience: enterprise }
  - { code: gongdian, platform: dingtalk, chatId: "cidPower==", name: 供电公司群, audience: department, department: power }
${chats.join("\n")}
${rest}
`;
}
