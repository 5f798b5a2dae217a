import { commandsOf, FEATURES } from "../../src/app.ts";
import type { Common } from "../../src/chat/reply.ts";
import { kindsByName } from "../../src/outbox/notice-kind.ts";
import { DirectRoads } from "../../src/store/direct-roads.ts";

/** Every command of the program. */
export const COMMANDS = commandsOf(FEATURES);

/** Every kind of message of the program, by name. */
export const KINDS = kindsByName(FEATURES.flatMap((one) => one.notices));

/** What all conversations of a test share. */
export const COMMON: Common = {
  commands: COMMANDS,
  linkTo: () => "http://localhost/files/token",
  boardAt: () => "https://chaxu.example.gov.cn",
  posts: () => true,
  roads: new DirectRoads(),
};
