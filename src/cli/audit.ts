import { openClock } from "../app.ts";
import { audit as verify } from "../issues/audit.ts";
import { countsLine, RATE_WORDS } from "../messages/zh-cn/terms.ts";
import { runIfStarted, type Terminal, toldIn, withLedger } from "./terminal.ts";

/** `npm run audit -- verify`. */

export async function audit(terminal: Terminal): Promise<number> {
  const told = toldIn(terminal, (words) => words.auditUsage);
  if (typeof told === "number") return told;
  const { sentences } = told;
  if (told.words.join(" ") !== "verify") {
    told.complain(sentences.auditUsage);
    return 2;
  }
  return withLedger(told, async (db, config) => {
    // By the program's clock: what is due in the chat is due here.
    const clock = await openClock(config, db);
    const result = await verify(db, clock.now());
    if ("fault" in result) {
      const { seq, issue, what } = result.fault;
      terminal.complain(sentences.recordUnsound({ event: seq, issue, what }));
      return 1;
    }
    const { sealed, issues, figures } = result;
    const { events, block, hash, waiting, waitingSince } = sealed;
    const rates = figures.rates.map(({ name, part, whole }) => `${RATE_WORDS[name]} ${part}/${whole}`);
    terminal.say(sentences.recordSound(events));
    if (waiting > 0) terminal.say(sentences.notSealed(waiting, lateSince(waitingSince, clock.now())));
    terminal.say(sentences.ledgerAgrees(issues));
    terminal.say(`  ${countsLine(figures.counts)}`);
    terminal.say(`  ${rates.join("　")}`);
    terminal.say(sentences.keepOutside());
    terminal.say(sentences.lastBlock(block, events - waiting, hash));
    return 0;
  });
}

/** What a running program seals within seconds. */
const SEALED_WITHIN_MS = 60_000;

/** Null: it is not late. */
function lateSince(since: Date | null, now: Date): string | null {
  return since !== null && now.getTime() - since.getTime() > SEALED_WITHIN_MS ? since.toISOString() : null;
}

await runIfStarted(import.meta.url, audit);
