import { BlockList, isIP } from "node:net";
import { ADDRESS_PROBLEMS, type AddressProblem } from "../messages/english/settings.ts";

/** Networks that are not the public internet: own machine, private, shared, link-local, documentation, multicast, reserved. */
const CLOSED = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  CLOSED.addSubnet(network, prefix, "ipv4");
}
/** 64:ff9b, 2001 and 2002 carry IPv4 addresses inside: a way around the list above. */
for (const [network, prefix] of [
  ["::", 96],
  ["64:ff9b::", 32],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
] as const) {
  CLOSED.addSubnet(network, prefix, "ipv6");
}

const CLOSED_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|localdomain|home\.arpa)$/;

/** Whether a host name of a URL is the own machine. */
export function isLoopbackHost(hostname: string): boolean {
  const host = bare(hostname);
  if (host === "localhost" || host.endsWith(".localhost") || host === "::1") return true;
  return isIP(host) === 4 && host.startsWith("127.");
}

/** Why this address may not be used, as a sentence without the address itself, or null when it may. */
export function checkAddress(url: string, allowLoopback: boolean): string | null {
  const problem = addressProblem(url, allowLoopback);
  return problem === null ? null : ADDRESS_PROBLEMS[problem];
}

/**
 * Why this address may not be used, or null when it may: https or wss, no user info, a public host. `allowLoopback` also
 * allows the own machine, with or without TLS. Names are not resolved: this guards against a wrong or planted address, not
 * against a hostile name server.
 */
export function addressProblem(url: string, allowLoopback: boolean): AddressProblem | null {
  if (!URL.canParse(url)) return "no-url";
  const { protocol, username, password, hostname } = new URL(url);
  if (!["https:", "wss:", "http:", "ws:"].includes(protocol)) return "scheme";
  if (username !== "" || password !== "") return "user";
  if (isLoopbackHost(hostname)) return allowLoopback ? null : "own-machine";
  if (protocol !== "https:" && protocol !== "wss:") return "scheme";
  return isPublicHost(hostname) ? null : "closed-network";
}

function isPublicHost(hostname: string): boolean {
  const host = bare(hostname);
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes(".") && !CLOSED_NAMES.test(host);
}

/** Whether an address, as a name server gives it, is one of the public internet. */
export function isPublicAddress(ip: string): boolean {
  const family = isIP(ip);
  if (family === 0) return false;
  return !CLOSED.check(ip, family === 4 ? "ipv4" : "ipv6");
}

function bare(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}
