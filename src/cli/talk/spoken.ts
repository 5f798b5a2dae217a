import { commandsOf, FEATURES } from "../../app.ts";

/** Every command, as the bot that is measured knows them. */
export const SPOKEN = commandsOf(FEATURES);
