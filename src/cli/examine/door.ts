import type { Config } from "../../config.ts";
import type { Platform } from "../../platforms/platform.ts";
import { about, type Finding } from "./finding.ts";

/** What the platform has to be told for people to come back from signing in with it. */
export function checkSignIn({ name, signIn }: Platform, { publicUrl, hasPublicUrl }: Config): readonly Finding[] {
  if (signIn === undefined) return [];
  const { ok, note } = about(name);
  const { host } = new URL(publicUrl);
  if (!hasPublicUrl) return [note((words) => words.signInWithoutAddress(host))];
  const address = `${publicUrl}/login/${name}/callback`;
  return [ok((words) => (name === "wecom" ? words.signInWecom(host) : words.signInDingtalk(address)))];
}

/** What is printed and hung up cannot be changed later. */
export function checkForm({ reportForm, hasPublicUrl }: Config): readonly Finding[] {
  return reportForm && !hasPublicUrl ? [about("address").note((words) => words.formWithoutAddress())] : [];
}

/** The program itself speaks no https: where people reach it by that, something stands before it. */
export function checkProxy({ publicUrl, proxies }: Config): readonly Finding[] {
  if (!publicUrl.startsWith("https:") || proxies > 0) return [];
  return [about("address").note((words) => words.proxyUnknown())];
}
