import { type Fields, textOf } from "./fields.ts";

/**
 * The sender's id. `senderStaffId` is the user id of all APIs; people from outside have none, and neither has
 * anybody until the robot's version is published. The prefixed ids only tell one person from another. A staff id
 * names somebody only inside one organisation: that of another says nothing here.
 */
export function senderId(payload: Fields): string {
  const staffId = textOf(payload["senderStaffId"]);
  if (staffId !== "" && !isOfAnother(payload)) return staffId;
  const unionId = textOf(payload["senderUnionId"]);
  if (unionId !== "") return `union:${unionId}`;
  const opaque = textOf(payload["senderId"]) || staffId;
  return opaque === "" ? "" : `outside:${textOf(payload["senderCorpId"])}${opaque}`;
}

function isOfAnother(payload: Fields): boolean {
  const [robot, sender] = [textOf(payload["chatbotCorpId"]), textOf(payload["senderCorpId"])];
  return robot !== "" && sender !== "" && robot !== sender;
}

/** Whether DingTalk can be told to mention this person or to write to them. */
export function hasStaffId(userId: string): boolean {
  return userId !== "" && !userId.startsWith("union:") && !userId.startsWith("outside:");
}
