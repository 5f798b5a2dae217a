import { download } from "../download.ts";
import type { MediaSource } from "../inbound.ts";
import type { Delivery, Fetched, FetchWithin } from "../platform.ts";
import type { DingtalkClient } from "./client.ts";
import { textOf } from "./fields.ts";

/** Pictures and files that were sent to the robot: a code gives an address, which gives the bytes (messageFiles/download). */

/** DingTalk's own names, and those of the object store in which it keeps what was sent. */
const HOSTS = [".dingtalk.com", ".aliyuncs.com", ".alicdn.com"] as const;

export async function fetchDingtalkMedia(
  client: DingtalkClient,
  { apiBase, robotCode }: { readonly apiBase: string; readonly robotCode: string },
  source: MediaSource,
  within: FetchWithin,
): Promise<Fetched> {
  if (source.by !== "code") return { state: "refused", why: "gone", reason: "nothing that DingTalk gives" };
  const codes = [source.code, ...(source.second === undefined ? [] : [source.second])];
  let failed: Fetched = { state: "later", reason: "no code" };
  for (const downloadCode of codes) {
    const address = await addressOf(client, { downloadCode, robotCode });
    if (typeof address === "string") return fetched(await download({ url: address, hosts: HOSTS, apiBase, ...within }));
    failed = address;
  }
  return failed;
}

async function addressOf(client: DingtalkClient, json: Readonly<Record<string, string>>): Promise<string | Fetched> {
  let url = "";
  const delivery = await client.callApi({ path: "robot/messageFiles/download", json }, (body): Delivery => {
    url = textOf(body["downloadUrl"]);
    return url === "" ? { state: "later", reason: "no downloadUrl" } : { state: "sent" };
  });
  if (delivery.state === "sent") return url;
  // What the platform refuses for good is a code that lives no more.
  if (delivery.state === "gave-up") return { state: "refused", why: "gone", reason: delivery.reason };
  return { state: "later", reason: delivery.reason, ...(delivery.state === "unsure" && { isDoubtful: true }) };
}

function fetched(got: Awaited<ReturnType<typeof download>>): Fetched {
  if (got.state !== "fetched") return got;
  return { state: "fetched", bytes: got.bytes, ...(got.name !== undefined && { name: got.name }) };
}
