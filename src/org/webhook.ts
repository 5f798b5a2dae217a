import type { PlatformName } from "../domain/park/org.ts";

const HOSTS: Readonly<Record<PlatformName, readonly string[]>> = {
  wecom: ["qyapi.weixin.qq.com"],
  dingtalk: ["oapi.dingtalk.com", "api.dingtalk.com"],
};

const BASES: Readonly<Record<PlatformName, readonly string[]>> = {
  wecom: ["WECOM_API_BASE"],
  dingtalk: ["DINGTALK_API_BASE", "DINGTALK_OAPI_BASE"],
};

/** The hosts that the environment configures instead of the platforms' own. */
export function configuredHosts(
  env: Readonly<Record<string, string | undefined>>,
): Record<PlatformName, readonly string[]> {
  const hostsOf = (platform: PlatformName) =>
    BASES[platform].flatMap((name) => {
      const base = env[name];
      return base !== undefined && URL.canParse(base) ? [new URL(base).host] : [];
    });
  return { wecom: hostsOf("wecom"), dingtalk: hostsOf("dingtalk") };
}

/** What is wrong with a group webhook, or undefined. Never repeats the address: it is a credential. */
export function webhookProblem(text: string, platform: PlatformName, further: readonly string[]): string | undefined {
  const hosts = [...HOSTS[platform], ...further];
  const wanted = `must be the webhook address that the platform shows, beginning with https://${HOSTS[platform][0]}/`;
  if (!URL.canParse(text)) return wanted;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return wanted;
  if (isLoopback(url.hostname)) {
    const local = further.some(
      (host) => URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname),
    );
    if (!local) return `${wanted}; an address of this machine is for a platform whose own base is one too`;
    return url.protocol === "http:" || url.protocol === "https:" ? undefined : wanted;
  }
  return url.protocol === "https:" && hosts.includes(url.host) ? undefined : wanted;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/u.test(host);
}
