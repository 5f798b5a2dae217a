import type { GoneNames } from "../domain/park/directory.ts";
import type { PlatformName } from "../domain/park/org.ts";
import { createPark, type KnownNames, type Park } from "../domain/park/park.ts";
import type { Clock } from "../shared/clock.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { DirectRoads } from "../store/direct-roads.ts";
import { rememberNames, storedOrgText } from "./apply.ts";
import { type ChosenOrg, chooseOrg, readOrgText } from "./choose.ts";
import { loadOrg } from "./load.ts";

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
}

/** The park in force in this process. It follows what `npm run org -- apply` puts into the database. */
export class ParkHolder {
  readonly #deps: ParkHolderDeps;
  #park: Park;
  /** What is in force, so that only a newer one is loaded. */
  #text: string | null;
  /** Whom direct messages have reached, and whom not. */
  readonly roads: DirectRoads;
  readonly #reaches: Park["reaches"];
  /** Of the org file that was in force at the start. */
  readonly warnings: readonly string[];

  private constructor(deps: ParkHolderDeps, roads: DirectRoads, chosen: ChosenOrg, known: KnownNames) {
    this.#deps = deps;
    this.roads = roads;
    this.#reaches = (platform, userId) =>
      deps.reaches(platform, userId, roads.hasSpoken(platform, userId)) &&
      !roads.isBroken(platform, userId, deps.clock.now());
    this.#park = createPark(chosen.org, this.#reaches, known, deps.gone);
    this.#text = chosen.storedText;
    this.warnings = chosen.warnings;
  }

  /** Puts a park into force: of this file, else the one that was applied last. Throws a ChaxuError when it has mistakes. */
  static async open(deps: ParkHolderDeps, orgFile: string | undefined): Promise<ParkHolder> {
    const { db, names } = deps;
    const text = orgFile === undefined ? null : await readOrgText(orgFile);
    const chosen = await chooseOrg(db, text, orgFile, names);
    const roads = await DirectRoads.open(db);
    return new ParkHolder(deps, roads, chosen, await rememberNames(db, chosen.org));
  }

  get park(): Park {
    return this.#park;
  }

  /** Puts the org file into force that was applied meanwhile, and takes over what others know of the direct roads. */
  async follow(): Promise<void> {
    await this.roads.follow(this.#deps.db);
    await this.#followOrg();
  }

  /** One that does not load here is said in the log, and left. */
  async #followOrg(): Promise<void> {
    const { db, names, gone, logger } = this.#deps;
    const text = await storedOrgText(db);
    if (text === null || text === this.#text) return;
    const loaded = loadOrg(text, names);
    if ("errors" in loaded) {
      this.#text = text;
      logger.error(
        { errors: loaded.errors.length },
        "The applied org file does not load here; the one before stays in force. Check its ${NAME} values in this process's environment.",
      );
      return;
    }
    this.#park = createPark(loaded.org, this.#reaches, await rememberNames(db, loaded.org), gone);
    // Only now: what failed before is tried again with the next look.
    this.#text = text;
    logger.info({}, "A new org file is in force");
  }
}
