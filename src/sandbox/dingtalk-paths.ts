/** The endpoints of the simulated DingTalk, and where they are. */
export type DingtalkEndpoint =
  | "token"
  | "group"
  | "person"
  | "session"
  | "webhook"
  | "upload"
  | "download"
  | "card"
  | "card-change"
  | "card-register";

export const PATHS: Readonly<Record<DingtalkEndpoint, string>> = {
  token: "/v1.0/oauth2/accessToken",
  group: "/v1.0/robot/groupMessages/send",
  person: "/v1.0/robot/oToMessages/batchSend",
  session: "/robot/sendBySession",
  webhook: "/robot/send",
  upload: "/media/upload",
  download: "/v1.0/robot/messageFiles/download",
  card: "/v1.0/card/instances/createAndDeliver",
  "card-change": "/v1.0/card/instances",
  "card-register": "/v1.0/card/callbacks/register",
};
/** Those that take JSON by POST. */
export const ENDPOINTS = [
  "token",
  "group",
  "download",
  "person",
  "session",
  "webhook",
  "card",
  "card-register",
] as const;
