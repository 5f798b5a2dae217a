import type { GoneNames } from "../domain/directory.ts";
import type { KnownNames } from "../domain/known-names.ts";
import type { Org } from "../domain/org.ts";
import { createParkView, type ParkView } from "../domain/park-view.ts";
import type { Logger } from "../shared/logger.ts";
import type { Db } from "../store/client.ts";
import { storedOrgText } from "./apply.ts";
import { loadOrg } from "./load.ts";
import { rememberNames } from "./remember-names.ts";

/** The park in force in this process. It follows what `npm run org -- apply` puts into the database. */
export class ParkHolder {
  #view: ParkView;
  #text: string | null = null;

  constructor(
    org: Org,
    private readonly reaches: ParkView["reaches"],
    known: KnownNames,
    private readonly gone: GoneNames,
  ) {
    this.#view = createParkView(org, reaches, known, gone);
  }

  get view(): ParkView {
    return this.#view;
  }

  /** Remembers which text is in force now, so that only a newer one is loaded. */
  started(text: string | null): void {
    this.#text = text;
  }

  async follow(db: Db, env: Readonly<Record<string, string | undefined>>, logger: Logger): Promise<void> {
    const text = await storedOrgText(db);
    if (text === null || text === this.#text) return;
    const loaded = loadOrg(text, env);
    if ("errors" in loaded) {
      this.#text = text;
      logger.error(
        { errors: loaded.errors.length },
        "The applied org file does not load here; the one before stays in force. Check its ${NAME} values in this process's environment.",
      );
      return;
    }
    this.#view = createParkView(loaded.org, this.reaches, await rememberNames(db, loaded.org), this.gone);
    // Only now: what failed before is tried again with the next look.
    this.#text = text;
    logger.info({}, "A new org file is in force");
  }
}
