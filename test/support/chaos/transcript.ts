import { type SimMessage, type SimPlatform, type World, wordsOf } from "../../../src/sandbox/world.ts";

/** What the bot showed: `at` by the machine's own clock, in milliseconds. A message that grows is shown once, with its last text. */
export interface Shown {
  readonly platform: SimPlatform;
  readonly chatId: string;
  /** Whom it answers, where it was spoken to. */
  readonly to: string | undefined;
  readonly text: string;
  readonly at: number;
}

/** Everything that the bot says, by chat, with who wants to hear of it. */
export class Transcript {
  readonly #shown = new Map<string, Shown>();
  readonly #ears = new Set<(shown: Shown) => void>();

  constructor(world: World) {
    world.onMessage((message) => {
      if (message.from === null) this.#note(message);
    });
  }

  get all(): readonly Shown[] {
    return [...this.#shown.values()];
  }

  /** Calls back for whatever is shown from now on, a message that grew once more. */
  hear(ear: (shown: Shown) => void): void {
    this.#ears.add(ear);
  }

  #note(message: SimMessage): void {
    const { id, platform, chatId, to } = message;
    const text = wordsOf(message);
    if (this.#shown.get(id)?.text === text) return;
    const shown = { platform, chatId, to, text, at: Date.now() };
    this.#shown.set(id, shown);
    for (const ear of this.#ears) ear(shown);
  }
}
