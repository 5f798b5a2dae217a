import { openClock } from "../app.ts";
import { audit as verify } from "../issues/audit.ts";
import { countsLine, RATE_WORDS } from "../messages/zh-cn/terms.ts";
import { runIfStarted, type Terminal, withLedger } from "./terminal.ts";

/** `npm run audit -- verify`. */

const USAGE = `How to use it:
  npm run audit -- verify    recomputes the chain of the record, and every issue and figure of the ledger from it`;

export async function audit(terminal: Terminal): Promise<number> {
  if (terminal.words.join(" ") !== "verify") {
    terminal.complain(USAGE);
    return 2;
  }
  return withLedger(terminal, async (db, config) => {
    // By the program's clock: what is due in the chat is due here.
    const clock = await openClock(config, db);
    const result = await verify(db, clock.now());
    if ("fault" in result) {
      const { seq, issue, what } = result.fault;
      const where = [...(seq === null ? [] : [`event ${seq}`]), ...(issue === null ? [] : [`issue #${issue}`])];
      terminal.complain(`The record and the ledger are not sound. ${where.join(", ") || "The figures"}: ${what}.`);
      return 1;
    }
    const { events, issues, figures, head } = result;
    const rates = figures.rates.map(({ name, part, whole }) => `${RATE_WORDS[name]} ${part}/${whole}`);
    terminal.say(`The record is sound: ${events} event(s), in their order and unaltered.`);
    terminal.say(`The ledger agrees with it: ${issues} issue(s), field by field, and every figure:`);
    terminal.say(`  ${countsLine(figures.counts)}`);
    terminal.say(`  ${rates.join("　")}`);
    terminal.say(`Keep this outside of the database, as proof against a chain that was rewritten as a whole:`);
    terminal.say(`  event ${events} ${head}`);
    return 0;
  });
}

await runIfStarted(import.meta.url, audit);
