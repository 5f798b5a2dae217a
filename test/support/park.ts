import { sql } from "drizzle-orm";
import { type App, startApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { type Saying, type SimMessage, wordsOf } from "../../src/sandbox/world.ts";
import { createLogger } from "../../src/shared/logger.ts";
import { answered } from "../../src/store/answered.ts";
import type { TestDatabase } from "./databases.ts";
import { onServer } from "./store.ts";
import { withoutTaps } from "./taps.ts";

/** How something is said: on which platform, to which message, with how many pictures, and as which message of the platform's. */
type Manner = { readonly platform?: "wecom" | "dingtalk" } & Pick<
  Saying,
  "quotes" | "pictures" | "files" | "messageId"
>;

/** A message with a card. */
export type Shown = SimMessage & Required<Pick<SimMessage, "card">>;

/**
 * A whole Chaxu in this process, on the sample park, with the simulated WeCom and DingTalk around it: every message goes
 * over HTTP with real encryption and signatures. The clock stands where the story wants it.
 */
export class Park {
  readonly app: App;
  readonly sandbox: Sandbox;

  constructor(app: App) {
    this.app = app;
    if (app.sandbox === null) throw new Error("the test park needs the simulated platforms");
    this.sandbox = app.sandbox;
  }

  /** Somebody (a name of the org file) says something in a chat (its code), or directly to the bot. */
  async say(
    person: string,
    chat: string | "direct",
    text: string,
    { platform: wanted, ...saying }: Manner = {},
  ): Promise<string> {
    const { org, directory } = this.app.holder.park;
    const group = chat === "direct" ? undefined : directory.chat(chat);
    const platform =
      wanted ?? group?.platform ?? (org.people.find((one) => one.name === person)?.wecom ? "wecom" : "dingtalk");
    const userId = directory.person(person)?.[platform] ?? person;
    const chatId = group?.chatId ?? `direct:${userId}`;
    const before = this.sandbox.world.messages.length;
    await this.sandbox.say({ platform, chatId, userId, text, ...saying });
    await this.#quiet();
    const answer = this.sandbox.world.messages
      .slice(before)
      .find((one) => one.from === null && one.chatId === chatId && one.platform === platform);
    return answer === undefined ? "" : withoutTaps(wordsOf(answer));
  }

  /**
   * Somebody presses a button of the newest card in a chat that has it (or of `on`, as it was shown). What the bot says in
   * words there, joined; empty when only the card changed.
   */
  async press(person: string, chat: string | "direct", label: string, on?: Shown): Promise<string> {
    const place = chat === "direct" ? person : chat;
    const shown = on ?? this.card(place, label);
    const button = shown.card.buttons.find((one) => one.label === label);
    if (button === undefined)
      throw new Error(`no ${label} on ${shown.card.buttons.map((one) => one.label).join(", ")}`);
    const { platform, chatId, card } = shown;
    const userId = this.app.holder.park.directory.person(person)?.[platform] ?? person;
    const before = new Set(this.messages(place).map((one) => one.id));
    await this.sandbox.press({ platform, chatId, userId, card, key: button.key });
    await this.#quiet();
    const fresh = this.messages(place).filter((one) => one.from === null && !before.has(one.id));
    return fresh.map((one) => withoutTaps(wordsOf(one))).join("\n");
  }

  /** The newest message in a chat with a card that has this button. */
  card(chat: string, label: string): Shown {
    const found = this.messages(chat).findLast(
      (one): one is Shown => one.card?.buttons.some((button) => button.label === label) === true,
    );
    if (found === undefined) throw new Error(`in ${chat} no card has the button ${label}`);
    return found;
  }

  /** Moves the clock: `2026-11-30T08:30:00+08:00`, passing everything that becomes due. */
  async at(moment: string): Promise<void> {
    await this.app.clockControl.moveTo(() => new Date(moment));
  }

  /** Lets everything that is due now happen: messages are worked on, replies by outbox and announcements arrive. */
  async settle(): Promise<void> {
    await this.app.clockControl.moveTo((now) => now);
    await this.#quiet();
  }

  /**
   * Waits until what was said is worked on and everything for it is sent. Nothing becomes due by it, so nothing else is looked
   * at, unless it takes so long that something must have been missed.
   */
  async #quiet(): Promise<void> {
    for (let round = 1; round < 1_000; round++) {
      const { working, sendable } = await this.#doing();
      if (!working && !sendable) return this.app.holder.knows();
      if (round % 50 === 0) await this.app.clockControl.moveTo((now) => now);
      else if (working) await new Promise((resolve) => setTimeout(resolve, 4));
      else await this.app.clockControl.send();
    }
  }

  /** Whether a message is being worked on, and whether a file is to be fetched or something could be sent now. */
  async #doing(): Promise<{ readonly working: boolean; readonly sendable: boolean }> {
    const { db, clock } = this.app;
    const now = sql`${clock.now().toISOString()}::timestamptz`;
    // One that stands behind another of its chat waits for that one.
    const first = sql`not exists (select from notices o where o.lane = n.lane and o.state = 'waiting'
      and o.id < n.id and (o.express or not n.express))`;
    const asked = await db.execute(sql`select
      exists (select from inbound where done_at is null and retry_at <= ${now} + interval '1 minute') as working,
      exists (select from files where state = 'waiting' and retry_at <= ${now})
      or exists (select from notices n where n.state = 'waiting'
        and (n.lease_owner is not null or n.ready_at <= ${now}) and ${first}) as sendable`);
    const [doing] = answered<{ readonly working: boolean; readonly sendable: boolean }>(asked);
    if (doing === undefined) throw new Error("the database does not say what is being done");
    return doing;
  }

  /** What was shown in a chat (its code, or a person's name for the direct chat), oldest first. */
  messages(chat: string): readonly SimMessage[] {
    const { directory } = this.app.holder.park;
    const group = directory.chat(chat);
    const person = directory.person(chat);
    return this.sandbox.world.messages.filter((one) =>
      group
        ? one.platform === group.platform && one.chatId === group.chatId
        : one.chatId === `direct:${person?.[one.platform] ?? chat}`,
    );
  }

  /** What the bot said in a chat, oldest first. */
  said(chat: string): readonly string[] {
    return this.messages(chat)
      .filter((one) => one.from === null)
      .map((one) => withoutTaps(wordsOf(one)));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

/** Starts a park on a database; `at` is where the clock stands first; without it, where an earlier park left it. */
export async function startPark(
  database: TestDatabase,
  at?: string,
  env: Readonly<Record<string, string>> = {},
  parts: Parameters<typeof startApp>[3] = {},
): Promise<Park> {
  const environment = {
    PORT: "0",
    DATA_DIR: database.dataDir,
    LOG_LEVEL: "silent",
    SANDBOX_ROADS: "callback",
    ...(database.databaseUrl === undefined ? {} : { DATABASE_URL: database.databaseUrl }),
    ...env,
  };
  if (at !== undefined) await setClock(database, at);
  const read = readConfig(environment);
  if ("errors" in read) throw new Error(read.errors.join("\n"));
  const park = new Park(await startApp(read.config, environment, createLogger("silent"), parts));
  // An embedded database's clock cannot be set from outside. Another one stands there already: to be moved back by the
  // moments of the start would cost all that a start does once more.
  if (at !== undefined && database.kind === "embedded") await park.at(at);
  return park;
}

/**
 * Where a new park's clock stands before it starts. Moved there from the machine's own time, it would pass everything that
 * is due in between, and a test would take the longer the further its story lies ahead.
 */
async function setClock({ databaseUrl }: TestDatabase, at: string): Promise<void> {
  if (databaseUrl === undefined) return;
  const offset = new Date(at).getTime() - Date.now();
  await onServer(
    databaseUrl,
    `insert into settings (name, value) values ('clock-offset', '${offset}') on conflict do nothing`,
  );
}
