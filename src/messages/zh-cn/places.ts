import type { Audience } from "../../domain/issue/audience.ts";
import { isStaff } from "../../domain/issue/issue.ts";
import type { Missed, Target } from "../../domain/notice/notice.ts";
import type { Directory, GoneNames } from "../../domain/park/directory.ts";
import type { Park } from "../../domain/park/park.ts";

export const GONE: GoneNames = {
  department: "已撤销的单位",
  enterprise: "已退出的企业",
  category: "已取消的类别",
  chat: "已停用的群",
};

/** A group of companies, for whom its name would tell whose issue is told of there. */
export const COMPANIES_GROUP = "企业群";

const COMPANY_PEOPLE = "企业联络员";

/** Who could not be told. What was kept in words before is shown as it is. */
export function missedText(missed: Missed | string, directory: Directory): string {
  if (typeof missed === "string") return missed;
  switch (missed.kind) {
    case "leaders":
      return "园区领导";
    case "supervision-group":
      return "督办群";
    case "company-people":
      return COMPANY_PEOPLE;
    case "department":
      return directory.departmentName(missed.code);
    case "company":
      return directory.companyName(missed.code);
    case "people":
      return missed.names.join("、");
  }
}

/** 无法直接通知王建国，请转告: to the one who is told in their place. */
export function relayText(missed: Missed | string, directory: Directory): string {
  return `无法直接通知${missedText(missed, directory)}，请转告`;
}

/** The same as a sentence, with what would mend it. */
export function relayAndMendText(missed: Missed | string, directory: Directory): string {
  return `${relayText(missed, directory)}并在机构文件中补上群或账号。`;
}

/** For one of a company, in a group where others listen: it names nobody's issue. */
export const NEWS_IN_PRIVATE = "您有一件诉求有新进展，请私聊我发「我的」";

/** How the place of a message is called, for the coordinator. In a group that stands in for him no company's person is named. */
export function placeName(target: Target, { directory }: Park, audience: Pick<Audience, "kind">): string {
  switch (target.kind) {
    case "chat":
      return directory.chatName(target.code);
    case "person": {
      const person = directory.personBy(target.platform, target.userId);
      const named = audience.kind === "coordinator" || (person !== undefined && isStaff(person));
      return `${named ? target.name : COMPANY_PEOPLE}（私信）`;
    }
    case "reply":
      return "对一条消息的回复";
  }
}
