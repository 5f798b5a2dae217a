import { randomUUID } from "node:crypto";
import type { Clock } from "../shared/clock.ts";
import type { RobotAnswer, RobotCall } from "./dingtalk-robot.ts";

interface Options {
  readonly clock: Clock;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Somebody who signs in. Without a user id he is not of the organisation; `external`: one of its contacts from outside. */
interface SignsIn {
  readonly userId: string | null;
  readonly external?: boolean;
}

const CODE_MS = 5 * 60_000;

/** Signing in at the simulated DingTalk: a code for a token of the user, that for his union id, that for his user id. */
export class DingtalkSignIns {
  readonly #options: Options;
  readonly #codes = new Map<string, { readonly union: string; readonly endsAt: number }>();
  readonly #tokens = new Map<string, string>();
  readonly #people = new Map<string, SignsIn>();

  constructor(options: Options) {
    this.#options = options;
  }

  codeFor(who: SignsIn): string {
    const [code, union] = [randomUUID().replaceAll("-", ""), `union-${randomUUID()}`];
    this.#people.set(union, who);
    this.#codes.set(code, { union, endsAt: this.#now() + CODE_MS });
    return code;
  }

  /** /v1.0/oauth2/userAccessToken */
  giveToken({ body }: RobotCall): RobotAnswer {
    const { clientId, clientSecret } = this.#options;
    if (body?.["clientId"] !== clientId || body["clientSecret"] !== clientSecret)
      return refusal(400, "invalidClientIdOrSecret", "the client id or secret is wrong");
    if (body["grantType"] !== "authorization_code") return refusal(400, "invalidGrantType", "no such grant");
    const code = String(body["code"]);
    const found = this.#codes.get(code);
    this.#codes.delete(code);
    if (found === undefined || this.#now() >= found.endsAt)
      return refusal(400, "invalidParameter.authCode.notFound", "the code is not there");
    const token = randomUUID().replaceAll("-", "");
    this.#tokens.set(token, found.union);
    return { status: 200, body: { accessToken: token, refreshToken: randomUUID(), expireIn: 7200 } };
  }

  /** /v1.0/contact/users/me: for a user's own token alone. */
  whoAmI({ token }: RobotCall): RobotAnswer {
    const unionId = this.#tokens.get(token);
    if (unionId === undefined) return refusal(400, "InvalidAuthentication", "no token of a user");
    return { status: 200, body: { nick: "somebody", unionId, openId: `open-${unionId}` } };
  }

  /** /topapi/user/getbyunionid */
  whoIs({ body }: RobotCall): RobotAnswer {
    const who = this.#people.get(String(body?.["unionid"]));
    if (who === undefined || who.userId === null)
      return { status: 200, body: { errcode: 60121, errmsg: "找不到该用户", request_id: randomUUID() } };
    const result = { contact_type: who.external === true ? 1 : 0, userid: who.userId };
    return { status: 200, body: { errcode: 0, errmsg: "ok", result, request_id: randomUUID() } };
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }
}

function refusal(status: number, code: string, message: string): RobotAnswer {
  return { status, body: { requestid: randomUUID(), code, message } };
}
