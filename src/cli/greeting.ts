import { BOT_NAME } from "../messages/zh-cn/operator.ts";

/** What a start prints when everything runs. */

export interface Started {
  readonly parkName: string;
  readonly database: "embedded" | "postgresql";
  readonly dataDir: string;
  /** What messages come from; empty where nothing is configured. */
  readonly platforms: string;
  readonly sandbox: boolean;
  /** Where a browser goes. */
  readonly address: string;
  /** Plays the first week of a new sandbox. */
  readonly tour: (say: (line: string) => void) => Promise<void>;
  /** Where the sandbox's clock stands, after the tour has moved it. */
  readonly clockStands: () => string;
}

/** The address comes before the tour, which takes a while: who started it can look on. */
export async function greet(started: Started, say: (line: string) => void): Promise<void> {
  const { database, dataDir, sandbox, address } = started;
  say(`${BOT_NAME} Chaxu for ${started.parkName}`);
  say(`  database   ${database === "embedded" ? `embedded, in ${dataDir}/db` : "PostgreSQL"}`);
  say(`  platforms  ${started.platforms || "none configured"}`);
  say(`  sandbox    ${sandbox ? "on" : "off"}`);
  say(`  address    ${address}`);
  await started.tour(say);
  if (sandbox) {
    const anew = database === "embedded" ? ` To begin anew, stop and delete ${dataDir}.` : "";
    say(`The sandbox's clock stands at ${started.clockStands()}.${anew}`);
  }
  say(`Ready: ${address}`);
}
