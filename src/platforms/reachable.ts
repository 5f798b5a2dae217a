import type { HttpClient } from "./http-client.ts";
import type { Examined } from "./platform.ts";

/**
 * Whether anything answers at a platform's base address: without credentials no more can be asked of it. `variable` is
 * the name that sets the address, `purpose` what does not work without it.
 */
export async function examineBase(
  http: HttpClient,
  { base, variable, purpose }: { readonly base: string; readonly variable: string; readonly purpose: string },
): Promise<Examined> {
  const answer = await http.getJson({ url: base });
  if (answer.kind === "answer") return { right: true, text: `${new URL(base).host} answers` };
  return {
    right: false,
    text: `${answer.reason}: without this address ${purpose}. Let this machine reach it (firewall, proxy, name server), or correct ${variable}.`,
  };
}
