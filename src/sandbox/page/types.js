/**
 * What the server tells, and what the page makes of it. Types only.
 *
 * @typedef {"wecom" | "dingtalk"} PlatformName
 * @typedef {{ platform: PlatformName, userId: string, name: string, about: string }} Person
 * @typedef {{ platform: PlatformName, id: string, name: string, kind: "group" | "direct", members: string[], audience: string[] }} Chat
 * @typedef {{ id: string, title: string, text: string, fields: { label: string, value: string }[], buttons: { label: string, key: string }[] }} Card
 * @typedef {{ text: string, blank?: string, does?: string }} Sayable
 * @typedef {{
 *   id: string, platform: PlatformName, chatId: string, from: string | null, to?: string, format: "text" | "markdown" | "picture" | "file",
 *   text: string, html: string, mentions: string[], at: string, quotes?: string,
 *   card?: Card,
 *   offers?: { choices: string[], line: string | null, steps: Sayable[] }
 * }} Message
 * @typedef {{
 *   parkName: string, botNames: Record<PlatformName, string>, roads?: "connection" | "callback", people: Person[], chats: Chat[],
 *   now: string, timeZone: string, cursor: string, keptInChat: number, messages: Message[]
 * }} State
 * @typedef {{ platform: PlatformName, chatId: string, userId: string, text: string, mention: boolean, quotes?: string }} Said
 */
export {};
