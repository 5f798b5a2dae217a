import { connectAll } from "../../src/connect.ts";
import type { Mode } from "../../src/sandbox/mode.ts";
import { wordsOf } from "../../src/sandbox/world.ts";
import type { Park } from "./park.ts";
import { openParkWith } from "./story.ts";

/** A park with the self-built app of the simulated WeCom. `at`: where its clock stands first. */
export function openParkWithApp(at: string): Promise<Park> {
  return openParkWith({ connect: connectWithApp }, at);
}

const connectWithApp: typeof connectAll = (config, clock, http) => {
  // What is handed over is the whole mode; the program needs less of it.
  const { sandbox } = config as Mode;
  if (sandbox === null) throw new Error("the test park needs the simulated platforms");
  return connectAll({ ...config, wecom: { ...config.wecom, app: sandbox.keys.wecomApp } }, clock, http);
};

/** Somebody (a name of the org file) writes to the app. Gives what the bot said to it in return. */
export async function writeToApp(park: Park, person: string, text: string): Promise<string> {
  const userId = park.app.holder.park.directory.person(person)?.wecom ?? person;
  const before = park.messages(person).length;
  await park.sandbox.wecomApp.say({ chatId: `direct:${userId}`, userId, text });
  await park.settle();
  const answers = park
    .messages(person)
    .slice(before)
    .filter((one) => one.from === null);
  return answers.map(wordsOf).join("\n");
}
