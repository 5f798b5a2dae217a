/**
 * What the server tells, and what the page makes of it. Types only.
 *
 * @typedef {"wecom" | "dingtalk"} PlatformName
 * @typedef {{ platform: PlatformName, userId: string, name: string, about: string }} Person
 * @typedef {{ platform: PlatformName, id: string, name: string, kind: "group" | "direct", members: string[] }} Chat
 * @typedef {{
 *   id: string, platform: PlatformName, chatId: string, from: string | null, format: "text" | "markdown" | "picture" | "file",
 *   text: string, html: string, mentions: string[], at: string, quotes?: string
 * }} Message
 * @typedef {{
 *   parkName: string, botNames: Record<PlatformName, string>, people: Person[], chats: Chat[],
 *   now: string, timeZone: string, cursor: string, messages: Message[]
 * }} State
 * @typedef {{ platform: PlatformName, chatId: string, userId: string, text: string, mention: boolean, quotes?: string }} Said
 */
export {};
