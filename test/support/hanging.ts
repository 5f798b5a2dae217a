import { freshDatabase } from "./databases.ts";
import { Outside, smallPark } from "./outside.ts";
import { Program } from "./program.ts";
import { SilentRoad } from "./silent-road.ts";

/** The real program on a PostgreSQL that can be made to hang. `closers`: what has to be ended, in this order reversed. */
export async function onHangingDatabase(closers: (() => Promise<unknown>)[]) {
  const files = await freshDatabase("postgresql");
  closers.push(() => files.drop());
  const { way, url } = await SilentRoad.to(files.databaseUrl ?? "");
  closers.push(() => way.close());
  let program: Program | undefined;
  const outside = await Outside.open(files.dataDir, smallPark(), () => program?.url ?? "");
  closers.push(() => outside.close());
  program = await Program.start({ ...outside.env, DATA_DIR: files.dataDir, DATABASE_URL: url });
  closers.push(() => program.kill());
  await outside.moveClock(program, { at: "2025-11-17T09:00:00+08:00" });
  return { files, way, outside, program };
}
