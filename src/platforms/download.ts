import { lookup as systemLookup } from "node:dns";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import axios, { type AxiosResponse } from "axios";
import { addressProblem, isLoopbackHost, isPublicAddress } from "./address.ts";
import { Guarded } from "./guarded.ts";
import type { Fetched, FetchWithin } from "./platform.ts";

/** Fetches bytes from where a platform says that they are: from its own hosts, no more of them than allowed. */

export interface Download extends FetchWithin {
  readonly url: string;
  /** The ends of the names of the platform's hosts, as `.qq.com`. */
  readonly hosts: readonly string[];
  /** The API of the platform. On the own machine it is a simulated one: then nothing is fetched from anywhere else. */
  readonly apiBase: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Finds the address of a name: the machine's own way unless told. */
  readonly lookup?: LookupFunction;
  /** For all of it, in milliseconds. */
  readonly timeoutMs?: number;
}

export type Downloaded =
  | {
      readonly state: "fetched";
      readonly bytes: Buffer;
      readonly name?: string;
      readonly type: string;
      readonly status: number;
    }
  | Exclude<Fetched, { state: "fetched" }>;

const MOST_REDIRECTS = 3;
const WHOLE_MS = 60_000;

/** Follows a few redirects, each to where it may lead. Never throws. */
export async function download(wanted: Download): Promise<Downloaded> {
  const ends = [AbortSignal.timeout(wanted.timeoutMs ?? WHOLE_MS), wanted.signal];
  const signal = AbortSignal.any(ends.filter((one) => one !== undefined));
  let { url } = wanted;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const allowed = allowedUrl(url, wanted);
    if (allowed === null) return refused("address", hop === 0 ? "no host of the platform" : "a redirect elsewhere");
    const got = await once(allowed, wanted, signal);
    if (!("location" in got)) return got;
    if (!URL.canParse(got.location, allowed.href)) return refused("address", "a redirect to no URL");
    url = new URL(got.location, allowed).href;
  }
  return refused("address", "too many redirects");
}

/** Null: it may not be asked. DingTalk gives addresses without TLS for hosts that have it. */
function allowedUrl(text: string, { hosts, apiBase }: Download): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const base = new URL(apiBase);
  if (isLoopbackHost(base.hostname)) return isLoopbackHost(url.hostname) && isPlain(url, true) ? url : null;
  if (url.protocol === "http:") url.protocol = "https:";
  const isOurs = url.hostname === base.hostname || hosts.some((end) => `.${url.hostname}`.endsWith(end));
  // Another port of a host is another's.
  return isOurs && isPlain(url, false) && (url.port === "" || url.port === base.port) ? url : null;
}

function isPlain(url: URL, allowLoopback: boolean): boolean {
  return /^https?:$/.test(url.protocol) && addressProblem(url.href, allowLoopback) === null;
}

async function once(
  url: URL,
  { apiBase, limit, headers, lookup = systemLookup }: Download,
  signal: AbortSignal,
): Promise<Downloaded | { readonly location: string }> {
  const allowsLoopback = isLoopbackHost(new URL(apiBase).hostname);
  const safe = guarded(lookup, allowsLoopback);
  const agents = { httpAgent: new HttpAgent({ lookup: safe }), httpsAgent: new HttpsAgent({ lookup: safe }) };
  try {
    const response = await axios.request<Readable>({
      adapter: "http",
      url: url.href,
      headers: { accept: "*/*", ...headers },
      responseType: "stream",
      decompress: false,
      validateStatus: () => true,
      maxRedirects: 0,
      signal,
      ...agents,
      ...(allowsLoopback && { proxy: false as const }),
    });
    return await read(response, limit);
  } catch (thrown) {
    if (Guarded.isCauseOf(thrown)) return refused("address", "its name leads into a closed network");
    return { state: "later", reason: signal.aborted ? "not whole in time" : codeOf(thrown) };
  } finally {
    agents.httpAgent.destroy();
    agents.httpsAgent.destroy();
  }
}

/** A name is looked up when the connection is made, so that it cannot lead elsewhere than it did when it was looked at. */
function guarded(lookup: LookupFunction, allowsLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found, family) => {
      if (error !== null) return callback(error, []);
      const all = Array.isArray(found) ? found : [{ address: found, family: family ?? 4 }];
      const isSafe = all.every(
        ({ address }) => isPublicAddress(address) || (allowsLoopback && isLoopbackHost(address)),
      );
      const [first] = all;
      if (!isSafe || first === undefined) return callback(new Guarded(), []);
      return options.all === true ? callback(null, all) : callback(null, first.address, first.family);
    });
  };
}

async function read(
  { status, headers, data }: AxiosResponse<Readable>,
  limit: number,
): Promise<Downloaded | { readonly location: string }> {
  const location = headers["location"];
  if (status >= 300 && status < 400 && typeof location === "string") {
    data.destroy();
    return { location };
  }
  if (status === 408 || status === 429 || status >= 500) {
    data.destroy();
    return { state: "later", reason: `HTTP ${status}` };
  }
  if (status >= 300) {
    data.destroy();
    return refused("gone", `HTTP ${status}`);
  }
  const told = Number(headers["content-length"]);
  const bytes = told > limit ? null : await whole(data, limit);
  data.destroy();
  if (bytes === null) return refused("too-large", "more bytes than are taken");
  // What was cut off on the way is not the file.
  if (Number.isFinite(told) && bytes.length < told) return { state: "later", reason: "cut off" };
  const name = nameIn(String(headers["content-disposition"] ?? ""));
  const type = String(headers["content-type"] ?? "");
  return { state: "fetched", bytes, type, status, ...(name !== null && { name }) };
}

/** Null: there are more. */
async function whole(data: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How the file is called by its header; null where that does not say it. */
function nameIn(disposition: string): string | null {
  const encoded = /filename\*\s*=\s*(?:utf-8)''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition);
  const name = decoded(encoded ?? plain?.[1] ?? plain?.[2] ?? "");
  return name === "" ? null : name;
}

function decoded(text: string): string {
  // Node reads a header's bytes one by one.
  const utf8 = Buffer.from(text, "latin1").toString("utf8");
  try {
    return decodeURIComponent(utf8.includes("\uFFFD") ? text : utf8);
  } catch {
    return text;
  }
}

function refused(why: "gone" | "too-large" | "address", reason: string): Extract<Fetched, { state: "refused" }> {
  return { state: "refused", why, reason };
}

function codeOf(thrown: unknown): string {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? code : "the connection failed";
}
