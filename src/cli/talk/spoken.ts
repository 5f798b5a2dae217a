import { FEATURES } from "../../app.ts";
import { inOrder } from "../../chat/command.ts";
import { helpCommand } from "../../chat/help.ts";

/** Every command, as the bot that is measured knows them. */
export const SPOKEN = inOrder([...FEATURES.flatMap((one) => one.commands), helpCommand]);
