import { describe, expect, it } from "vitest";
import { checkAddress } from "../../../src/platforms/address.ts";

describe("checkAddress", () => {
  it("accepts public https and wss addresses", () => {
    for (const url of [
      "https://qyapi.weixin.qq.com/x?key=1",
      "wss://openws.work.weixin.qq.com",
      "https://1.1.1.1:8443",
    ]) {
      expect(checkAddress(url, false), url).toBeNull();
      expect(checkAddress(url, true), url).toBeNull();
    }
  });

  it("refuses other schemes, user info and what is no URL", () => {
    for (const url of [
      "http://example.com",
      "ws://example.com",
      "ftp://example.com",
      "https://a:b@example.com",
      "abc",
      "",
    ]) {
      expect(checkAddress(url, true), url).toMatch(/\.$/);
    }
  });

  it("refuses loopback unless it is allowed, with or without TLS", () => {
    const own = [
      "http://127.0.0.1:1",
      "https://localhost",
      "ws://[::1]:2",
      "http://127.9.9.9",
      "http://a.localhost",
      "http://2130706433",
    ];
    for (const url of own) {
      expect(checkAddress(url, false), url).not.toBeNull();
      expect(checkAddress(url, true), url).toBeNull();
    }
  });

  it("refuses private, link-local and reserved networks and inner names, also when loopback is allowed", () => {
    const inner = [
      "https://10.0.0.1",
      "https://172.20.1.1",
      "https://192.168.1.1",
      "https://169.254.169.254",
      "https://100.100.100.200",
      "https://0.0.0.0",
      "https://[fd00::1]",
      "https://[fe80::1]",
      "https://[::ffff:10.0.0.1]",
      "https://[64:ff9b::a00:1]",
      "https://[::]",
      "https://printer",
      "https://db.internal",
      "https://nas.local.",
    ];
    for (const url of inner) {
      expect(checkAddress(url, false), url).not.toBeNull();
      expect(checkAddress(url, true), url).not.toBeNull();
    }
  });

  it("never repeats the address in its sentence", () => {
    expect(checkAddress("https://10.0.0.1/send?key=693a91f6", false)).not.toMatch(/693a91f6|10\.0/);
  });
});
