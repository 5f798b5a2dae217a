import { readdir, readFile } from "node:fs/promises";

/** What processes cost, as Linux counts it (proc(5)). */

/** The kernel counts time in hundredths of a second on every machine that Node runs on. */
const TICK_MS = 10;

/** The time a process has had on the processors, in milliseconds; with `family`, that of its children, dead or alive, too. */
export async function cpuOf(id: number, family = false): Promise<number> {
  const own = await ticksOf(id);
  if (own === null) return 0;
  if (!family) return own.own * TICK_MS;
  const children = await childrenOf(id);
  const each = await Promise.all(children.map((one) => ticksOf(one)));
  return (own.own + own.waited + each.reduce((sum, one) => sum + (one?.own ?? 0), 0)) * TICK_MS;
}

/** The memory that a process has in use, and the most it ever had, in MB. */
export async function memoryOf(id: number): Promise<{ readonly now: number; readonly most: number }> {
  const text = await readFile(`/proc/${id}/status`, "utf8");
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { now: kilobytes("VmRSS") / 1_024, most: kilobytes("VmHWM") / 1_024 };
}

/** `waited`: of the children that have ended. Null: there is no such process. */
async function ticksOf(id: number): Promise<{ own: number; waited: number; parent: number } | null> {
  try {
    const text = await readFile(`/proc/${id}/stat`, "utf8");
    // The name before it may hold anything.
    const [, parent, ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = rest.slice(9, 13).map(Number);
    return { own: user + system, waited: waitedUser + waitedSystem, parent: Number(parent) };
  } catch {
    return null;
  }
}

async function childrenOf(id: number): Promise<readonly number[]> {
  const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(all.map(async (one) => (await ticksOf(one))?.parent));
  return all.filter((_, index) => parents[index] === id);
}
