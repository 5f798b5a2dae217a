import { describe, expect, it } from "vitest";
import { codeOf, deliveryOf, type HttpAnswer, saysLater } from "../../../src/platforms/answer.ts";

describe("codeOf", () => {
  it("reads errcode and code, as a number or a text", () => {
    expect(codeOf({ errcode: 0 })).toBe("0");
    expect(codeOf({ errcode: "0" })).toBe("0");
    expect(codeOf({ errcode: 45009, code: "x" })).toBe("45009");
    expect(codeOf({ code: "Forbidden.AccessDenied" })).toBe("Forbidden.AccessDenied");
    expect(codeOf({ errcode: -1 })).toBe("-1");
  });

  it("takes the code out of the older API's wrapping", () => {
    expect(codeOf({ errcode: 88, sub_code: "40014" })).toBe("40014");
    expect(codeOf({ errcode: "88", errmsg: "ding talk error[subcode=90018,submsg=qps]" })).toBe("90018");
    expect(codeOf({ errcode: 88, errmsg: "error[subcode=isv.error-1,submsg=x]" })).toBe("isv.error-1");
    expect(codeOf({ errcode: 88, errmsg: "ding talk error" })).toBe("88");
  });

  it("is undefined without one", () => {
    for (const body of [{}, { errcode: null }, { code: "" }, { errcode: {} }]) expect(codeOf(body)).toBeUndefined();
  });
});

describe("deliveryOf", () => {
  const answer = (status: number, body: Record<string, unknown>, retryAfterMs?: number): HttpAnswer => ({
    kind: "answer",
    status,
    body,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
  const sort = (code: string) => (code === "45009" ? "later" : "gave-up");
  const state = (status: number, body: Record<string, unknown>) => deliveryOf(answer(status, body), sort).state;

  it("trusts the platform's code and not HTTP 200", () => {
    expect(state(200, { errcode: 0 })).toBe("sent");
    expect(state(200, { errcode: 45009 })).toBe("later");
    expect(state(200, { errcode: 93000 })).toBe("gave-up");
    expect(state(403, { code: "45009" })).toBe("later");
  });

  it("tries later after 429 and every 5xx, honouring Retry-After, whatever the body says", () => {
    for (const status of [429, 500, 502, 503, 504]) expect(state(status, { errcode: 93000 })).toBe("later");
    expect(deliveryOf(answer(429, {}, 5000), sort)).toMatchObject({ state: "later", afterMs: 5000 });
  });

  it("takes no status without a code as the platform's refusal, except that it is too long", () => {
    for (const status of [400, 401, 403, 404, 407, 418, 451]) {
      for (const body of [{}, { message: "no route" }, { code: status }, { code: String(status), message: "x" }]) {
        expect(deliveryOf(answer(status, body), sort)).toMatchObject({
          state: "later",
          reason: expect.stringContaining(`HTTP ${status}`),
        });
      }
    }
    expect(state(413, {})).toBe("gave-up");
  });

  it("tells a bar of the robot with its code, whatever the status", () => {
    const barred = deliveryOf(answer(503, { errcode: 60020, errmsg: "ip" }, 9000), () => "allow-list");
    expect(barred).toEqual({
      state: "barred",
      bar: "allow-list",
      code: "60020",
      reason: "HTTP 503 errcode 60020 ip",
      afterMs: 9000,
    });
  });

  it("leaves no telephone number in what the platform said, however it is written", () => {
    for (const phone of [
      "13512345678",
      "135 1234 5678",
      "135-1234-5678",
      "+86 13512345678",
      "１３５１２３４５６７８",
      "0746-8212345",
    ]) {
      const delivery = deliveryOf(answer(200, { errcode: 93000, errmsg: `content 请打${phone}找周工` }), sort);
      const reason = delivery.state === "gave-up" ? delivery.reason : "";
      expect(reason).toContain("errcode 93000 content 请打");
      expect(reason.normalize("NFKC").replace(/\D/gu, "")).toBe("93000");
    }
  });

  it("tries later when something else than the platform answered", () => {
    expect(state(200, {})).toBe("later");
    expect(state(302, {})).toBe("later");
  });

  it("takes an answer without a code but with content as sent, and reads its key", () => {
    const delivery = deliveryOf(answer(200, { processQueryKey: "k1" }), sort, (body) =>
      String(body["processQueryKey"]),
    );
    expect(delivery).toEqual({ state: "sent", key: "k1" });
  });

  it("tells unsent and unknown apart", () => {
    expect(deliveryOf({ kind: "unsent", reason: "r" }, sort)).toEqual({ state: "later", reason: "r" });
    expect(deliveryOf({ kind: "unknown", reason: "r" }, sort)).toEqual({ state: "unknown", reason: "r" });
  });

  it("shortens what the platform said and takes out addresses and whatever could be a key", () => {
    const errmsg = `invalid webhook url, key=abc token: def, hint: [1655091234567890], see https://x.example/q?e=93000 693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa ${"很长".repeat(200)}`;
    const delivery = deliveryOf(answer(200, { errcode: 93000, errmsg }), sort);
    const reason = delivery.state === "gave-up" ? delivery.reason : "";
    expect(reason).toContain("errcode 93000 invalid webhook url");
    expect(reason).not.toMatch(/abc|def|1655091234567890|x\.example|693a91f6/);
    expect(reason.length).toBeLessThan(160);
  });
});

describe("«later» from the platform", () => {
  it.each(["systemError", "system_error", "SYSTEM.ERROR", "unknownError", "UnknownException", "ServiceUnavailable"])(
    "is heard in the code %s",
    (code) => expect(saysLater(code, "")).toBe(true),
  );

  it.each([
    "InternalError",
    "internal.server.error",
    "server_busy",
    "gateway-timeout",
    "Throttling.User",
    "-1",
    "500100",
  ])("is heard in the code %s", (code) => expect(saysLater(code, "")).toBe(true));

  it.each(["description:系统异常，请稍后再试;", "系统繁忙", "please try again", "请求过多，请重试", "System busy"])(
    "is heard in the words «%s»",
    (said) => expect(saysLater("700001", said)).toBe(true),
  );

  it("is not heard where it is not said", () => {
    for (const code of ["93000", "invalidParameter", "40058", "1500100"]) expect(saysLater(code, "no")).toBe(false);
  });
});
