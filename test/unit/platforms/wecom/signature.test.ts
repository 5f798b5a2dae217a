import { createCipheriv, randomBytes } from "node:crypto";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSignedBy, open, sealedReply } from "../../../../src/platforms/wecom/signature.ts";

const token = "hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo";
const encodingAesKey = "6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt";

/** The sample of the official page on encryption (90968), which carries a CorpID. */
const official = {
  token: "QDG6eK",
  encodingAesKey: "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
  signature: "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3",
  timestamp: "1409659589",
  nonce: "263014780",
  encrypted: "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
};

/** Encrypts any bytes, well-formed or not. */
function sealBytes(plain: Buffer): string {
  const key = Buffer.from(`${encodingAesKey}=`, "base64");
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
}

describe("isSignedBy", () => {
  it("accepts the official sample and nothing that differs from it", () => {
    expect(isSignedBy(official.token, official, official.signature)).toBe(true);
    expect(isSignedBy("QDG6eL", official, official.signature)).toBe(false);
    expect(isSignedBy(official.token, { ...official, nonce: "263014781" }, official.signature)).toBe(false);
    expect(isSignedBy(official.token, { ...official, timestamp: "1409659590" }, official.signature)).toBe(false);
    for (const wrong of ["", official.signature.slice(1), `${official.signature}0`, "签名"]) {
      expect(isSignedBy(official.token, official, wrong)).toBe(false);
    }
  });
});

describe("open", () => {
  it("opens the official sample", () => {
    expect(open(official.encodingAesKey, official.encrypted)).toEqual({
      text: "1616140317555161061",
      receiveId: "wx5823bf96d3bd56c7",
    });
  });

  it("opens whatever the platform's library sealed, of any length and script", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 100 }),
        fc.constantFrom("", "wx5823bf96d3bd56c7"),
        (text, id) => {
          expect(open(encodingAesKey, encrypt(encodingAesKey, text, id))).toEqual({ text, receiveId: id });
        },
      ),
    );
  });

  it("does not insist on a canonical last character of the key", () => {
    const sealed = encrypt(encodingAesKey, "好", "");
    expect(open(`${encodingAesKey.slice(0, -1)}s`, sealed)?.text).toBe("好");
  });

  it.each([
    ["nothing", ""],
    ["no base64", "%%%"],
    ["half a block", Buffer.alloc(8).toString("base64")],
    ["a padding of 0", sealBytes(Buffer.alloc(64, 0))],
    ["a padding of 33", sealBytes(Buffer.concat([Buffer.alloc(31), Buffer.alloc(33, 33)]))],
    ["padding bytes that differ", sealBytes(Buffer.concat([Buffer.alloc(29), Buffer.from([2, 3, 3])]))],
    ["less than random and length", sealBytes(Buffer.concat([Buffer.alloc(16), Buffer.alloc(16, 16)]))],
    [
      "a length beyond the end",
      sealBytes(Buffer.concat([Buffer.alloc(16), Buffer.from([0, 0, 0, 9]), Buffer.alloc(12, 12)])),
    ],
    ["a huge length", sealBytes(Buffer.concat([Buffer.alloc(16), Buffer.alloc(4, 255), Buffer.alloc(12, 12)]))],
  ])("is null for %s", (_what, encrypted) => {
    expect(open(encodingAesKey, encrypted)).toBeNull();
  });

  it("is null for a wrong key, where the library alone may return rubbish", () => {
    const other = randomBytes(32).toString("base64").slice(0, 43);
    const opened = open(other, encrypt(encodingAesKey, JSON.stringify({ msgtype: "text" }), ""));
    expect(opened === null || opened.receiveId !== "" || !opened.text.startsWith("{")).toBe(true);
  });

  it("is null for a key that is no key", () => {
    expect(open("short", encrypt(encodingAesKey, "x", ""))).toBeNull();
  });
});

describe("sealedReply", () => {
  it("has the documented fields, the given nonce and a valid signature", () => {
    const reply = sealedReply({ token, encodingAesKey }, { text: "好的", nonce: "n1", timestamp: 1785549600 });
    const body = JSON.parse(reply);
    expect(Object.keys(body).sort()).toEqual(["encrypt", "msgsignature", "nonce", "timestamp"]);
    expect(body).toMatchObject({ nonce: "n1", timestamp: 1785549600 });
    expect(body.msgsignature).toBe(getSignature(token, 1785549600, "n1", body.encrypt));
    expect(decrypt(encodingAesKey, body.encrypt)).toMatchObject({ message: "好的", id: "" });
  });
});
