import { type Conversation, type Reply, sentence } from "../chat/conversation.ts";
import { narrow } from "../chat/understand/parse.ts";
import { companySaid } from "../chat/understand/zh-cn-phrases.ts";
import type { Actor } from "../domain/issue.ts";
import type { Enterprise } from "../domain/org.ts";
import { tellOfGuest } from "../issues/guest.ts";
import type { Block } from "../messages/card.ts";
import { echo } from "../messages/echo.ts";
import type { Contact } from "../store/contacts.ts";
import { lockContact, saveContact } from "../store/contacts.ts";
import { fileFor, originOf } from "./file-issue.ts";

/** People whom the org file does not know: what they raise waits until they say which company they are from. */

/** An issue that waits for the company's name. */
interface Waiting {
  readonly text: string;
  readonly pictures: number;
  readonly chat: string | null;
}

const MOST_WAITING = 10;
/** More than these would read the park's register to a stranger. */
const MOST_CHOICES = 5;

/** Two messages of one guest may be worked on at once: the second sees what the first has kept. */
function contactOf({ sender, work }: Conversation): Promise<Contact> {
  const { platform, userId, name } = sender;
  const fresh = { platform, userId, name, enterprise: null, verified: false, waiting: null, choices: [] };
  return lockContact(work.db, fresh);
}

function waitingOf(contact: Contact): readonly Waiting[] {
  const list = contact.waiting?.["issues"];
  return Array.isArray(list) ? list.filter(isWaiting) : [];
}

function isWaiting(value: unknown): value is Waiting {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

/** Keeps what a guest raises until he says which company he is from, and asks him; as many as he has room for. */
export async function keepWaiting(conversation: Conversation, text: string): Promise<Reply> {
  const contact = await contactOf(conversation);
  const before = waitingOf(contact);
  if (before.length >= MOST_WAITING) {
    return sentence(`已有 ${before.length} 件诉求在等您说明企业，这一件没有记下；请先说「我是 企业名」，再发一次。`);
  }
  const one: Waiting = { text, pictures: conversation.pictures, chat: originOf(conversation).chat };
  await saveContact(conversation.work.db, { ...contact, waiting: { issues: [...before, one] } });
  return sentence("还不知道您是哪家企业，请先说「我是 企业名」，说完后，刚才的诉求会自动登记。");
}

/** 我是 企业名: binds a guest to a company, unverified, and files what waited. Another company begins anew. */
export async function nameCompany(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor, work } = conversation;
  if (actor.kind === "person") return sentence(`您是${actor.name}，机构文件里已有您的信息，不用再说明。`);
  if (rest === "") return sentence("请写企业名，例如：我是 湖南中塑科技有限公司");
  const contact = await contactOf(conversation);
  const chosen = choose(conversation, contact, rest);
  if ("card" in chosen) return chosen;
  if (chosen.kind === "many" && chosen.enterprises.length > MOST_CHOICES) {
    return sentence(`叫${echo(rest)}的企业太多，请写营业执照上的全名。`);
  }
  if (chosen.kind === "many") {
    await saveContact(work.db, { ...contact, choices: chosen.enterprises.map((one) => one.code) });
    const list = chosen.enterprises.map((one, index) => `${index + 1}. ${one.name}`).join("；");
    return sentence(`有几家相近的企业：${list}。请回复序号，例如：我是 1`);
  }
  return bind(conversation, contact, chosen.enterprise);
}

/** Who vouched for him did so as one company's: as another one's he is unverified again, and the coordinator hears of it. */
async function bind(conversation: Conversation, contact: Contact, enterprise: Enterprise): Promise<Reply> {
  const { work } = conversation;
  const { platform, userId, name, enterprise: before } = contact;
  const same = before === enterprise.code;
  const waiting = waitingOf(contact);
  const verified = same && contact.verified;
  if (verified && waiting.length === 0) return sentence(`已经核实您是${enterprise.name}的联络人，不用再说明。`);
  await saveContact(work.db, { ...contact, enterprise: enterprise.code, verified, waiting: null, choices: [] });
  if (before !== null && !same) {
    await tellOfGuest(work, { platform, userId, name, enterprise: enterprise.code, before }, null);
  }
  return fileWaiting(conversation, enterprise, { waiting, verified });
}

type Choice =
  | { readonly kind: "one"; readonly enterprise: Enterprise }
  | { readonly kind: "many"; readonly enterprises: readonly Enterprise[] };

function choose({ work }: Conversation, contact: Contact, rest: string): Choice | Reply {
  const { directory } = work.park;
  const digits = /^\d{1,2}$/.exec(narrow(rest).trim());
  const code = digits === null ? undefined : contact.choices[Number(digits[0]) - 1];
  const byNumber = code === undefined ? undefined : directory.enterprise(code);
  if (byNumber !== undefined) return { kind: "one", enterprise: byNumber };
  const found = directory.enterpriseNamed(companySaid(rest));
  if (found.kind === "none") return sentence(`没有找到${echo(rest)}，请写营业执照上的全名，或请营商办登记贵企业。`);
  return found;
}

async function fileWaiting(
  conversation: Conversation,
  enterprise: Enterprise,
  { waiting, verified }: { readonly waiting: readonly Waiting[]; readonly verified: boolean },
): Promise<Reply> {
  if (waiting.length === 0) return sentence(`已记下：${enterprise.name}（待营商办核实）。现在可以直接说：诉求 …`);
  const { sender } = conversation;
  const actor: Actor = {
    kind: "guest",
    name: sender.name,
    role: null,
    enterprise: enterprise.code,
    platform: sender.platform,
    userId: sender.userId,
    verified,
  };
  const replies: Reply[] = [];
  for (const one of waiting) {
    // It may have left the org file meanwhile, or be another's group now: then nothing is public there.
    const chat = conversation.work.park.directory.chat(one.chat ?? "")?.audience === "enterprise" ? one.chat : null;
    replies.push(await fileFor(conversation, enterprise, one.text, actor, { chat, pictures: one.pictures }));
  }
  const issueId = replies.find((one) => one.issueId !== null)?.issueId ?? null;
  const aside = replies.flatMap((one) => one.aside ?? []);
  return { card: { blocks: distinct(replies.flatMap((one) => one.card?.blocks ?? [])) }, issueId, aside };
}

/** What is said of each in the same words is said once. */
function distinct(blocks: readonly Block[]): readonly Block[] {
  const said = new Set<string>();
  return blocks.filter((block) => {
    if (block.kind !== "text") return true;
    const fresh = !said.has(block.text);
    said.add(block.text);
    return fresh;
  });
}
