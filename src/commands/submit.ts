import { type Conversation, MAX_TEXT, type Reply, sentence, tooLong } from "../chat/conversation.ts";
import { findDossier, notHere } from "../chat/find.ts";
import { issueForCompany } from "../chat/understand/zh-cn-phrases.ts";
import { companyShown } from "../domain/audience.ts";
import { isCoordinator } from "../domain/issue.ts";
import { partiesOf } from "../domain/lifecycle.ts";
import { echo } from "../messages/echo.ts";
import { stateText } from "../messages/zh-cn/terms.ts";
import { readContact, verifyContact } from "../store/contacts.ts";
import { fileFor, originOf } from "./file-issue.ts";
import { keepWaiting } from "./guests.ts";

/** 诉求 and 代: a new issue. */

/** 诉求 …: by a liaison, by a guest of a known group, or by the coordinator, who must say for whom. */
export async function fileIssue(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor, work } = conversation;
  if (actor.role !== null && actor.role !== "liaison") {
    return isCoordinator(actor)
      ? sentence("请写明替哪家企业提：代 企业名 诉求 …")
      : sentence("「诉求」由企业联络员提出。您可以发「待办」看本单位的诉求。");
  }
  const problem = checkText(rest);
  if (problem !== null) return sentence(problem);
  const enterprise = actor.enterprise === undefined ? undefined : work.park.directory.enterprise(actor.enterprise);
  if (enterprise === undefined) return keepWaiting(conversation, rest);
  return fileFor(conversation, enterprise, rest, actor);
}

/** 代 企业名 诉求 …: the coordinator for a company. */
export async function fileForCompany(conversation: Conversation, rest: string): Promise<Reply> {
  const { actor, work } = conversation;
  if (!isCoordinator(actor)) return sentence("「代」由营商办使用；企业请直接发：诉求 …");
  const said = issueForCompany(rest);
  if (said === null) return sentence("请写成：代 企业名 诉求 内容");
  const { company: name, issue: text } = said;
  const problem = checkText(text);
  if (problem !== null) return sentence(problem);
  const found = work.park.directory.enterpriseNamed(name);
  if (found.kind === "many")
    return sentence(`${echo(name)}有几家：${found.enterprises.map((one) => one.name).join("、")}。请写全名。`);
  if (found.kind === "none") return sentence(`没有叫${echo(name)}的企业，请核对名称，或在机构文件中加上它。`);
  return fileFor(conversation, found.enterprise, text, actor);
}

/** 后续 12 …: a closed issue raises the next one, linked to it. */
export async function followUp(conversation: Conversation, id: number, rest: string): Promise<Reply> {
  const { actor, work } = conversation;
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue, involved } = dossier;
  const parties = partiesOf(actor, issue, involved);
  if (!parties.includes("company") && !parties.includes("coordinator")) {
    return sentence(`「后续」由提出 #${id} 的企业和营商办使用。`, id);
  }
  if (issue.state !== "closed") {
    return sentence(
      `#${id} 现在「${stateText(issue.state, issue.outcome)}」，还没有办结；补充情况请说：补充 ${id} …`,
      id,
    );
  }
  const problem = checkText(rest);
  if (problem !== null) return sentence(problem, id);
  const enterprise = work.park.directory.enterprise(issue.enterprise);
  if (enterprise === undefined) return sentence("这家企业已不在机构文件里，请先补上。", id);
  return fileFor(conversation, enterprise, rest, actor, { ...originOf(conversation), follows: issue });
}

function checkText(text: string): string | null {
  const length = [...text].length;
  return length > MAX_TEXT ? tooLong(length) : null;
}

/** 核实 12: the coordinator vouches for the one who raised #12, as one of its company's. */
export async function verifyReporter(conversation: Conversation, id: number): Promise<Reply> {
  const { actor, work } = conversation;
  if (!isCoordinator(actor)) return sentence("「核实」由营商办使用。");
  const dossier = await findDossier(conversation, id);
  if (dossier === null) return notHere();
  const { issue } = dossier;
  const { reporter, enterprise } = issue;
  const { directory } = work.park;
  if (reporter.verified) return sentence(`#${id} 的联络人已经核实过。`, id);
  const contact = await readContact(work.db, reporter.platform, reporter.userId);
  await verifyContact(work.db, reporter.platform, reporter.userId, enterprise);
  // In a group the company of a confidential issue stays unnamed, whoever asks.
  if (companyShown(issue, conversation.audience) !== "name") return sentence(`已核实 #${id} 的联络人。`, id);
  const company = directory.enterpriseName(enterprise);
  const now = contact?.enterprise ?? enterprise;
  const other = now === enterprise ? "" : `现在自称是${directory.enterpriseName(now)}的，那一家没有核实。`;
  return sentence(`已核实 #${id} 的联络人${reporter.name}是${company}的。${other}`, id);
}
