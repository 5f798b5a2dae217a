/** @import { Chat, Message, Person, PlatformName, State } from "./types.js" */

const DIRECT = "direct:";
/** The bot forgets what it asked after ten minutes. */
const QUESTION_MS = 10 * 60_000;
/** How the server marks that a message speaks to the bot. */
const TO_BOT = 'class="mention bot"';

/** @type {PlatformName[]} */
export const platforms = ["wecom", "dingtalk"];

/** @param {string} chatId */
export const isDirect = (chatId) => chatId.startsWith(DIRECT);

/** The id of a person's chat with the bot. @param {string} userId */
export const directOf = (userId) => DIRECT + userId;

/** Whose chat with the bot it is. @param {string} directId */
export const userOf = (directId) => directId.slice(DIRECT.length);

/** What the page knows, and whom each of the two programs is used by. Tells its listeners of every change. */
export class Store {
  /** @type {State} */
  #state;
  /** Sandbox time less the browser's, in milliseconds. */
  #ahead = 0;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** How often something happened: what waits for whom may be another thing now. */
  news = 0;
  /** @type {Map<string, number>} how often a message changed */
  #versions = new Map();
  /** Whether somebody looks at a program now (on a phone only one is shown). @type {(platform: PlatformName) => boolean} */
  isShown = () => true;

  /** @param {State} state */
  constructor(state) {
    this.#state = state;
    this.setNow(state.now);
    const view = (/** @type {PlatformName} */ platform) => {
      const group = state.chats.find((chat) => chat.platform === platform && chat.kind === "group");
      const person =
        (group && this.#likeliest(group)) ?? state.people.find((one) => one.platform === platform)?.userId ?? "";
      return {
        person,
        chat: group?.id ?? (person && directOf(person)),
        quote: /** @type {string | null} */ (null),
        unread: /** @type {Map<string, number>} */ (new Map()),
        /** As whom each chat was used last. */
        speakers: /** @type {Map<string, string>} */ (new Map()),
      };
    };
    this.views = { wecom: view("wecom"), dingtalk: view("dingtalk") };
  }

  /** Whom a chat is used as at first: one of those whom it is for. @param {Chat} chat */
  #likeliest(chat) {
    return [...chat.audience, ...chat.members].find((userId) => this.person(chat.platform, userId));
  }

  get parkName() {
    return this.#state.parkName;
  }

  /** Undefined where no program is simulated. */
  get roads() {
    return this.#state.roads;
  }

  get timeZone() {
    return this.#state.timeZone;
  }

  now() {
    return new Date(Date.now() + this.#ahead);
  }

  /** @param {string} iso */
  setNow(iso) {
    this.#ahead = new Date(iso).getTime() - Date.now();
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  changed() {
    for (const listener of this.#listeners) listener();
  }

  /** After a lost connection: takes everything anew. @param {State} state */
  replace(state) {
    this.news += 1;
    const known = new Set(this.#state.messages.map((message) => message.id));
    this.#state = state;
    this.setNow(state.now);
    for (const message of state.messages) {
      this.#versions.set(message.id, this.version(message.id) + 1);
      if (!known.has(message.id)) this.#count(message);
    }
    this.changed();
  }

  /** A new or changed message. Says whether it is new. @param {Message} message */
  take(message) {
    const { messages } = this.#state;
    const at = messages.findIndex((one) => one.id === message.id);
    if (at >= 0) messages[at] = message;
    else {
      messages.push(message);
      this.#dropOldest(message);
    }
    this.news += 1;
    this.#versions.set(message.id, this.version(message.id) + 1);
    if (at < 0) this.#count(message);
    this.changed();
    return at < 0;
  }

  /** As many stay as the server keeps, whose pictures it still has. @param {Message} newest */
  #dropOldest({ platform, chatId }) {
    const own = this.messages(platform, chatId);
    const [oldest] = own;
    if (!oldest || own.length <= this.#state.keptInChat) return;
    this.#state.messages = this.#state.messages.filter((one) => one !== oldest);
    this.#versions.delete(oldest.id);
  }

  /**
   * Whether a question of the bot's still waits for this person: nothing was said between the two since then.
   *
   * @param {Message} message
   * @param {string} person
   */
  waitsFor(message, person) {
    const { platform, chatId, offers, at } = message;
    const direct = isDirect(chatId);
    if (!offers?.choices.length || (!direct && message.to !== person)) return false;
    if (this.now().getTime() - new Date(at).getTime() > QUESTION_MS) return false;
    const said = this.messages(platform, chatId);
    return !said.slice(said.indexOf(message) + 1).some((one) => {
      if (one.from === null) return direct || one.to === person;
      return one.from === person && (direct || one.html.includes(TO_BOT));
    });
  }

  /** @param {Message} message */
  #count(message) {
    const view = this.views[message.platform];
    const seen = message.chatId === view.chat && this.isShown(message.platform);
    if (!seen && message.from !== view.person) {
      view.unread.set(message.chatId, (view.unread.get(message.chatId) ?? 0) + 1);
    }
  }

  /** @param {string} messageId */
  version(messageId) {
    return this.#versions.get(messageId) ?? 0;
  }

  /** @param {PlatformName} platform */
  botName(platform) {
    return this.#state.botNames[platform];
  }

  /** @param {PlatformName} platform */
  people(platform) {
    return this.#state.people.filter((person) => person.platform === platform);
  }

  /** @param {PlatformName} platform @param {string} userId @returns {Person | undefined} */
  person(platform, userId) {
    return this.#state.people.find((one) => one.platform === platform && one.userId === userId);
  }

  /** @param {Message} message */
  senderName(message) {
    if (message.from === null) return this.botName(message.platform);
    return this.person(message.platform, message.from)?.name ?? message.from;
  }

  /** @param {PlatformName} platform */
  groups(platform) {
    return this.#state.chats.filter((chat) => chat.platform === platform && chat.kind === "group");
  }

  /** A direct chat is there for everybody, whether the server has it yet or not. @param {PlatformName} platform @param {string} chatId @returns {Chat | undefined} */
  chat(platform, chatId) {
    const userId = isDirect(chatId) ? userOf(chatId) : "";
    if (userId)
      return {
        platform,
        id: chatId,
        name: this.botName(platform),
        kind: "direct",
        members: [userId],
        audience: [userId],
      };
    return this.#state.chats.find((chat) => chat.platform === platform && chat.id === chatId);
  }

  /** @param {PlatformName} platform @param {string} chatId */
  messages(platform, chatId) {
    return this.#state.messages.filter((message) => message.platform === platform && message.chatId === chatId);
  }

  /** @param {PlatformName} platform @param {string} chatId */
  lastMessage(platform, chatId) {
    return this.#state.messages.findLast((message) => message.platform === platform && message.chatId === chatId);
  }

  /** @param {PlatformName} platform @param {string | undefined} messageId */
  message(platform, messageId) {
    return this.#state.messages.find((message) => message.platform === platform && message.id === messageId);
  }

  /** Direct chats of people other than the present one that hold something unread. @param {PlatformName} platform */
  othersUnread(platform) {
    const { unread, person } = this.views[platform];
    return [...unread.keys()].filter((chatId) => isDirect(chatId) && chatId !== directOf(person));
  }

  /** @param {PlatformName} platform */
  unreadTotal(platform) {
    return [...this.views[platform].unread.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Opens a chat, as whom it was used last; at first as the present person if the chat is for them, else as one of those. @param {PlatformName} platform @param {string} chatId */
  open(platform, chatId) {
    const view = this.views[platform];
    const chat = this.chat(platform, chatId);
    if (!chat) return;
    if (view.chat !== chatId) view.quote = null;
    view.chat = chatId;
    view.unread.delete(chatId);
    const present = chat.audience.includes(view.person) ? view.person : undefined;
    view.person = view.speakers.get(chatId) ?? present ?? this.#likeliest(chat) ?? view.person;
    view.speakers.set(chatId, view.person);
    this.changed();
  }

  /** Who uses the program now; somebody who is not in the open group comes with their direct chat. @param {PlatformName} platform @param {string} userId */
  choose(platform, userId) {
    const view = this.views[platform];
    const chat = this.chat(platform, view.chat);
    const place = chat?.members.includes(userId) ? view.chat : directOf(userId);
    view.speakers.set(place, userId);
    this.open(platform, place);
  }

  /** What is open is read. @param {PlatformName} platform */
  read(platform) {
    const view = this.views[platform];
    if (view.unread.delete(view.chat)) this.changed();
  }

  /** @param {PlatformName} platform @param {string | null} messageId */
  quote(platform, messageId) {
    const view = this.views[platform];
    view.quote = view.quote === messageId ? null : messageId;
    this.changed();
  }
}
