import { createPark, type Park } from "../../domain/park/park.ts";
import { GONE } from "../../messages/zh-cn/places.ts";
import { readSampleText } from "../../org/choose.ts";
import { loadOrg } from "../../org/load.ts";

/** The sample park, on which messages are understood. */
export async function readSamplePark(): Promise<Park> {
  const names = {
    SAMPLE_WECOM_BASE: "https://qyapi.weixin.qq.com",
    SAMPLE_DINGTALK_BASE: "https://oapi.dingtalk.com",
    SAMPLE_DINGTALK_SECRET: "SEC",
  };
  const loaded = loadOrg(await readSampleText(), names);
  if ("errors" in loaded) throw new Error(`the sample park has errors: ${JSON.stringify(loaded.errors)}`);
  return createPark(loaded.org, () => true, new Map(), GONE);
}
