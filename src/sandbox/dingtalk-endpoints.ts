/** The addresses of the simulated DingTalk, which stands for both of the platform's hosts. */
export const PATHS = {
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
  "user-token": "/v1.0/oauth2/userAccessToken",
  me: "/v1.0/contact/users/me",
  "by-union": "/topapi/user/getbyunionid",
} as const;

export type DingtalkEndpoint = keyof typeof PATHS;

/** To which JSON is posted. */
export const POSTED = [
  "token",
  "group",
  "person",
  "session",
  "webhook",
  "download",
  "card",
  "card-register",
  "user-token",
  "by-union",
] as const satisfies readonly DingtalkEndpoint[];
