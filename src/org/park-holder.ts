import type { GoneNames } from "../domain/park/directory.ts";
import type { Org, PlatformName } from "../domain/park/org.ts";
import { createPark, type KnownNames, type Park } from "../domain/park/park.ts";
import { type Recognition, withRecognised } from "../domain/park/recognition.ts";
import { Experience } from "../domain/routing/experience.ts";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { DirectRoads } from "../store/direct-roads.ts";
import { readRecognised } from "../store/recognised.ts";
import { rememberNames, storedOrgText } from "./apply.ts";
import { type ChosenOrg, chooseOrg, readOrgText } from "./choose.ts";
import { type LoadedOrg, loadOrg } from "./load.ts";

export interface ParkHolderDeps {
  readonly db: Db;
  readonly logger: Logger;
  /** What `${NAME}` in an org file may stand for. */
  readonly names: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Whether a platform reaches this user directly. `spoke`: whether he has ever written to the bot directly. */
  readonly reaches: (platform: PlatformName, userId: string, spoke: boolean) => boolean;
  /** What people read in place of what the org file no longer has. */
  readonly gone: GoneNames;
  /** Hears of an org file that comes into force while the program runs. */
  readonly onNew?: (org: Org) => void;
}

/** The park in force in this process. It follows what `npm run org -- apply` and the board put into the database. */
export class ParkHolder {
  readonly #deps: ParkHolderDeps;
  #park: Park;
  /** What is in force, so that only a newer one is loaded. */
  #text: string | null;
  /** Whom direct messages have reached, and whom not. */
  readonly roads: DirectRoads;
  readonly #reaches: Park["reaches"];
  /** What this process knows of what was decided, whatever park is in force. */
  readonly experience = new Experience();
  #org: Org;
  #recognised: string;
  #loaded: { readonly text: string; readonly loaded: LoadedOrg } | null = null;
  /** How often it became known that the database has a newer park, and up to which of these the one here is. */
  #expired = 0;
  #upTo = 0;
  #renewing: Promise<unknown> = Promise.resolve();
  /** One look at the database after the other: an older one would put its park over a newer one's. */
  #following: Promise<void> = Promise.resolve();
  /** Of the org file that was in force at the start. */
  readonly warnings: readonly string[];

  private constructor(
    deps: ParkHolderDeps,
    chosen: ChosenOrg,
    {
      roads,
      known,
      recognised,
    }: Pick<ParkHolder, "roads"> & {
      readonly known: KnownNames;
      readonly recognised: readonly Recognition[];
    },
  ) {
    this.#deps = deps;
    this.roads = roads;
    this.#reaches = (platform, userId) =>
      deps.reaches(platform, userId, roads.hasSpoken(platform, userId)) &&
      !roads.isBroken(platform, userId, deps.clock.now());
    this.#park = this.#parkOf(withRecognised(chosen.org, recognised), known);
    this.#text = chosen.storedText;
    this.#org = chosen.org;
    this.#recognised = JSON.stringify(recognised);
    this.warnings = chosen.warnings;
  }

  /** Puts a park into force: of this file, else the one that was applied last. Throws a ChaxuError when it has mistakes. */
  static async open(deps: ParkHolderDeps, orgFile: string | undefined): Promise<ParkHolder> {
    const { db, names, clock } = deps;
    const given = orgFile === undefined ? null : { path: orgFile, text: await readOrgText(orgFile) };
    const chosen = await chooseOrg(db, given, names, clock.now());
    const roads = await DirectRoads.open(db);
    const known = await rememberNames(db, chosen.org);
    return new ParkHolder(deps, chosen, { roads, known, recognised: await readRecognised(db) });
  }

  /** An org file as it means something in this process. What is loaded again and again is read once. */
  load(text: string): LoadedOrg {
    if (this.#loaded?.text !== text) this.#loaded = { text, loaded: loadOrg(text, this.#deps.names) };
    return this.#loaded.loaded;
  }

  /** What `${NAME}` in an org file may stand for. */
  get names(): ParkHolderDeps["names"] {
    return this.#deps.names;
  }

  get park(): Park {
    return this.#park;
  }

  /** Puts the org file into force that was applied meanwhile, who was recognised, and what others know of the direct roads. */
  follow(): Promise<void> {
    const next = this.#following.then(() => this.#follow());
    this.#following = next.catch(() => {});
    return next;
  }

  async #follow(): Promise<void> {
    const expired = this.#expired;
    await this.#readAnew();
    this.#upTo = expired;
  }

  async #readAnew(): Promise<void> {
    const { db, logger } = this.#deps;
    await this.roads.follow(db);
    const text = await storedOrgText(db);
    const recognised = await readRecognised(db);
    const key = JSON.stringify(recognised);
    const isNew = text !== null && text !== this.#text;
    const org = isNew ? this.#load(text) : this.#org;
    if (org === null || (!isNew && key === this.#recognised)) return;
    const names = await rememberNames(db, org);
    this.#park = this.#parkOf(withRecognised(org, recognised), names);
    // Only now: what failed before is tried again with the next look.
    this.#org = org;
    this.#recognised = key;
    if (isNew) {
      this.#text = text;
      this.#deps.onNew?.(org);
    }
    logger.info({}, isNew ? "A new org file is in force" : "Accounts that were recognised are known");
  }

  /** Whatever park comes into force, what was decided before stays known. */
  #parkOf(org: Org, known: KnownNames): Park {
    const { experience } = this;
    return { ...createPark(org, this.#reaches, known, this.#deps.gone), experience };
  }

  /** Somebody was recognised, by this process or another. */
  expire(): void {
    this.#expired++;
  }

  /** Goes on with the park that the database has, also where a look at it is under way that began before. */
  renewed(goOn: () => Promise<void>): Promise<void> {
    const renewing = this.#renew(goOn);
    this.#renewing = Promise.allSettled([this.#renewing, renewing]);
    return renewing;
  }

  async #renew(goOn: () => Promise<void>): Promise<void> {
    if (this.#upTo < this.#expired) await this.follow();
    await goOn();
  }

  /** Resolves when what was decided until now is known here: moments after it was. */
  async knows(): Promise<void> {
    await this.#renewing;
  }

  /** Null: the text does not load here, and the one before stays in force. */
  #load(text: string): Org | null {
    const loaded = this.load(text);
    if ("org" in loaded) return loaded.org;
    this.#text = text;
    this.#deps.logger.error(
      { errors: loaded.errors.length },
      "The applied org file does not load here; the one before stays in force. Check its ${NAME} values in this process's environment.",
    );
    return null;
  }
}
