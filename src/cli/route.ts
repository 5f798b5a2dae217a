import { ChaxuError } from "../shared/errors.ts";
import { routeFile } from "./routing/route-file.ts";
import { routeMonth } from "./routing/route-month.ts";
import { readRouteWords } from "./routing/words.ts";
import { runIfStarted, type Terminal, toldIn } from "./terminal.ts";

/** `npm run route -- …`: what the present rules, and what was learned, would do with messages. */

export async function route(terminal: Terminal): Promise<number> {
  const told = toldIn(terminal, (words) => words.routeUsage);
  if (typeof told === "number") return told;
  const wanted = readRouteWords(told.words);
  if ("misused" in wanted) {
    told.complain(told.sentences.misused(wanted));
    told.complain(told.sentences.routeUsage);
    return 2;
  }
  try {
    return await ("path" in wanted ? routeFile(told, wanted) : routeMonth(told, wanted));
  } catch (error) {
    if (error instanceof ChaxuError && error.code === "database-in-use") told.complain(told.sentences.routeOnPage());
    throw error;
  }
}

await runIfStarted(import.meta.url, route);
