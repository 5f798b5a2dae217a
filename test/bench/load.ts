import { Agent, request } from "node:http";

/** One request, made before the time is taken. */
export interface Prepared {
  /** With its query. */
  readonly path: string;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export interface Run {
  readonly answers: readonly Answered[];
  /** Of each request, in milliseconds, in the order in which they were sent. */
  readonly times: readonly number[];
  /** Of all together, in milliseconds. */
  readonly took: number;
}

/** Sends each request once, so many at a time: the next goes when one is answered. */
export async function send(url: string, all: readonly Prepared[], atOnce: number): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answers: Answered[] = [];
  const times: number[] = [];
  let next = 0;
  const began = performance.now();
  const each = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const one = all[index];
      if (one === undefined) return;
      const sent = performance.now();
      answers[index] = await post(agent, `${url}${one.path}`, one.body);
      times[index] = performance.now() - sent;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, each));
  const took = performance.now() - began;
  agent.destroy();
  return { answers, times, took };
}

function post(agent: Agent, url: string, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(url, { agent, method: "POST", headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The time within which so many of a hundred were answered, in milliseconds. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}
