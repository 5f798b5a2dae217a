import { codeOf } from "../answer.ts";
import type { HttpClient } from "../http-client.ts";
import type { Delivery } from "../platform.ts";
import { type Identified, isCode, NO_CODE, type NotIdentified, type SignIn, unidentified } from "../sign-in.ts";
import { baseOf, type DingtalkApp, type DingtalkClient } from "./client.ts";
import { type Fields, fieldsOf, textOf } from "./fields.ts";
import { apiDelivery, oldApiDelivery } from "./read-answer.ts";

interface SignInOptions {
  readonly app: DingtalkApp;
  readonly apiBase: string;
  readonly http: HttpClient;
}

/** The one page knows its own client, and shows a code to scan in any other browser. */
const PAGE = "https://login.dingtalk.com/oauth2/auth";
/** No user of the organisation has this union id. */
const NOBODY = "60121";
/** `contact_type`: somebody whom the organisation keeps as a contact from outside. */
const EXTERNAL = "1";

/** Signing in with DingTalk by the in-house app: the development page obtain-identity-credentials and those behind it. */
export function dingtalkSignIn(options: SignInOptions, client: DingtalkClient): SignIn {
  const { clientId } = options.app;
  return {
    isClient: (userAgent) => /dingtalk/i.test(userAgent),
    address({ state, back }) {
      const asked = new URLSearchParams([
        ["redirect_uri", back],
        ["response_type", "code"],
        ["client_id", clientId],
        ["scope", "openid"],
        ["state", state],
        ["prompt", "consent"],
      ]);
      return `${PAGE}?${asked}`;
    },
    identify: (code) => identify(options, client, code),
  };
}

/** The code is good for a token of the user's, that for his union id, and that for his id in the organisation. */
async function identify(options: SignInOptions, client: DingtalkClient, code: string): Promise<Identified> {
  if (!isCode(code)) return NO_CODE;
  const token = await tokenFor(options, code);
  if (typeof token !== "string") return token;
  const union = await unionIdOf(options, token);
  return typeof union === "string" ? userIdOf(client, union) : union;
}

async function tokenFor({ app, apiBase, http }: SignInOptions, code: string): Promise<string | NotIdentified> {
  const json = { clientId: app.clientId, clientSecret: app.clientSecret, code, grantType: "authorization_code" };
  const answer = await http.postJson({ url: `${baseOf(apiBase)}/v1.0/oauth2/userAccessToken`, json });
  const token = answer.kind === "answer" ? textOf(answer.body["accessToken"]) : "";
  if (token !== "") return token;
  const refused = answer.kind === "answer" ? codeOf(answer.body) : undefined;
  const delivery = failureOf(apiDelivery(answer, () => NOTHING));
  const failure = unidentified(delivery);
  // What is wrong with a request that says nothing but the code and the app's own pair, is the code or the pair.
  const isPair = delivery.state === "barred" || /client/i.test(refused ?? "");
  return failure.failed === "unreached" || refused === undefined || isPair ? failure : { ...failure, failed: "code" };
}

async function unionIdOf({ apiBase, http }: SignInOptions, token: string): Promise<string | NotIdentified> {
  const headers = { "x-acs-dingtalk-access-token": token };
  const answer = await http.getJson({ url: `${baseOf(apiBase)}/v1.0/contact/users/me`, headers });
  const union = answer.kind === "answer" && answer.status < 300 ? textOf(answer.body["unionId"]) : "";
  return union === "" ? unidentified(failureOf(apiDelivery(answer, () => NOTHING))) : union;
}

async function userIdOf(client: DingtalkClient, unionid: string): Promise<Identified> {
  const answer = await client.askContacts("user/getbyunionid", { unionid });
  if ("state" in answer) return unidentified(answer);
  if (answer.kind === "answer" && codeOf(answer.body) === NOBODY) return outsider(`errcode ${NOBODY}`);
  const delivery = oldApiDelivery(answer);
  if (delivery.state !== "sent" || answer.kind !== "answer") return unidentified(failureOf(delivery));
  const found: Fields = fieldsOf(answer.body["result"]) ?? {};
  const userId = textOf(found["userid"]);
  if (userId === "" || textOf(found["contact_type"]) === EXTERNAL) return outsider("no member of the organisation");
  return { userId };
}

function outsider(reason: string): NotIdentified {
  return { failed: "outsider", reason };
}

type Failure = Exclude<Delivery, { state: "sent" }>;
const NOTHING: Failure = { state: "later", reason: "the answer does not hold what was asked for" };

function failureOf(delivery: Delivery): Failure {
  return delivery.state === "sent" ? NOTHING : delivery;
}
