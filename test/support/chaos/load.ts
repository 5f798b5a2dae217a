import { setTimeout as sleep } from "node:timers/promises";
import { Numbers } from "./numbers.ts";
import type { Expected, Said } from "./records.ts";
import { ACTS, type Scene } from "./scene.ts";
import { PEOPLE, type Place, Places, Speaker } from "./speaker.ts";

/** So long a person waits for his program before he writes on; the platform may still be busy with it. */
const PATIENCE_MS = 9_000;
/** The platforms' own ways: so often what was acknowledged comes once more, and so often something is overtaken. */
const REPEATED = 0.08;
const OVERTAKEN = 0.08;
const TRIES = 3;

/** Steady talk of companies and officials, brought as the platforms bring it: repeated, overtaken, and again when nobody answers. */
export class Load {
  readonly said: Said[] = [];
  /** How many acknowledged messages were brought once more, and how many were held back. */
  repeated = 0;
  overtaken = 0;
  readonly #scene: Scene;
  readonly #numbers: Numbers;
  readonly #speakers: readonly Speaker[];
  readonly #underWay = new Set<Promise<unknown>>();
  #speaking: Promise<unknown> = Promise.resolve();
  #over = false;

  constructor(scene: Scene, seed: number) {
    this.#scene = scene;
    this.#numbers = new Numbers(seed);
    const shared = { numbers: this.#numbers, places: new Places() };
    this.#speakers = PEOPLE.map((place) => {
      return new Speaker(place, { ...shared, say: (expected, text) => this.#say(place, expected, text) });
    });
    scene.transcript.hear((shown) => {
      for (const one of this.#speakers) one.hear(shown);
    });
  }

  begin(): void {
    this.#over = false;
    this.#speaking = Promise.all(this.#speakers.map((one) => one.speak(() => this.#over)));
  }

  /** Nobody says anything more; resolves when the platforms have brought what was said. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#speaking;
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #say(place: Place, expected: Expected, text: string): Promise<Said> {
    const { platform, chatId } = place;
    const said: Said = {
      id: `chaos-${this.said.length + 1}`,
      platform,
      chatId,
      expected,
      from: Date.now(),
      to: 0,
      acknowledged: false,
      again: 0,
    };
    this.said.push(said);
    // A move or a «yes» is said when what it answers is seen: only what stands by itself is overtaken.
    const isOvertaken = (expected.kind === "raise" || expected.kind === "ask") && this.#numbers.chance(OVERTAKEN);
    const repeats = this.#numbers.chance(REPEATED);
    const held = isOvertaken ? this.#numbers.between(5_000, 12_000) : 0;
    if (isOvertaken) this.overtaken += 1;
    const bringing = this.#bring(place, said, { text, held, repeats });
    this.#underWay.add(bringing);
    void bringing.finally(() => this.#underWay.delete(bringing));
    if (!isOvertaken) await Promise.race([bringing, sleep(PATIENCE_MS, undefined, { ref: false })]);
    return said;
  }

  async #bring(
    place: Place,
    said: Said,
    { text, held, repeats }: { readonly text: string; readonly held: number; readonly repeats: boolean },
  ): Promise<void> {
    await sleep(held);
    said.from = Date.now();
    // Over its connection WeCom says everything once.
    const most = place.platform === "wecom" && this.#scene.act !== ACTS[0] ? 1 : TRIES;
    for (let tries = 1; !said.acknowledged && tries <= most; tries++) {
      if (tries > 1) {
        said.again += 1;
        await sleep(1_000);
      }
      said.acknowledged = await this.#deliver(place, said.id, text);
    }
    said.to = Date.now();
    if (!repeats || !said.acknowledged) return;
    await sleep(this.#numbers.between(0, 4_000));
    said.again += 1;
    this.repeated += 1;
    await this.#deliver(place, said.id, text);
  }

  /** Whether the program has said that it has it. */
  async #deliver({ platform, chatId, userId }: Place, messageId: string, text: string): Promise<boolean> {
    const { act, wecom, socket, dingtalk } = this.#scene;
    const saying = { chatId, userId, text, messageId };
    const isFirst = act === ACTS[0];
    try {
      if (platform === "dingtalk") return (await (isFirst ? dingtalk.stream : dingtalk).say(saying)).status === 200;
      if (isFirst) return (await wecom.say(saying)).status === 200;
      // Over the connection only an answer says that it came.
      return (await socket.say(saying)).reply !== null;
    } catch {
      // What came in the place of an answer could not be read, so that nothing was acknowledged.
      return false;
    }
  }
}
