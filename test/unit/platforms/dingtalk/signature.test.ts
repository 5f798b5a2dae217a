import { describe, expect, it } from "vitest";
import { distrust, signatureOf } from "../../../../src/platforms/dingtalk/signature.ts";

const SECRET = "this is a secret";
const NOW = new Date("2026-11-23T08:00:00Z");
const HOUR = 3_600_000;

function headersAt(ms: number, secret = SECRET) {
  return { timestamp: String(ms), sign: signatureOf(String(ms), secret) };
}

describe("DingTalk's signature", () => {
  it("is Base64 HMAC-SHA256 over the timestamp, a line break and the secret, as documented", () => {
    expect(signatureOf("1577262236757", SECRET)).toBe("DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=");
  });

  it("is accepted up to one hour off, and refused beyond it, in both directions", () => {
    for (const off of [0, HOUR, -HOUR]) expect(distrust(headersAt(NOW.getTime() + off), SECRET, NOW)).toBeNull();
    expect(distrust(headersAt(NOW.getTime() + HOUR + 1), SECRET, NOW)).toContain("ahead");
    expect(distrust(headersAt(NOW.getTime() - HOUR - 1), SECRET, NOW)).toContain("old");
  });

  it("is accepted with white space around the headers", () => {
    const { timestamp, sign } = headersAt(NOW.getTime());
    expect(distrust({ timestamp: ` ${timestamp} `, sign: `${sign}\t` }, SECRET, NOW)).toBeNull();
  });

  it("is refused when it was made with another secret, for another time, shortened, or is missing", () => {
    const { timestamp, sign } = headersAt(NOW.getTime());
    expect(distrust(headersAt(NOW.getTime(), "other"), SECRET, NOW)).not.toBeNull();
    expect(distrust({ timestamp: String(NOW.getTime() + 1), sign }, SECRET, NOW)).not.toBeNull();
    expect(distrust({ timestamp, sign: sign.slice(0, -1) }, SECRET, NOW)).not.toBeNull();
    expect(distrust({ timestamp, sign: "" }, SECRET, NOW)).not.toBeNull();
    expect(distrust({ sign }, SECRET, NOW)).not.toBeNull();
    expect(distrust({}, SECRET, NOW)).not.toBeNull();
  });

  it("is refused for a timestamp that is not a plain number, even when signed right", () => {
    for (const odd of ["soon", "-1", "1e12", "Infinity", "0x10", "1764000000000.5"]) {
      expect(distrust({ timestamp: odd, sign: signatureOf(odd, SECRET) }, SECRET, NOW)).not.toBeNull();
    }
  });

  it("never tells the secret in its reason", () => {
    expect(distrust(headersAt(NOW.getTime(), "other"), SECRET, NOW)).not.toContain(SECRET);
  });
});
