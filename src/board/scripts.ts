import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request, Response, Router } from "express";

/** What pages load beside themselves: their sheets and scripts, and the library that draws charts, all from here. */

const OWN = ["board.css", "board-pages.css", "board.js", "board-charts.js", "board-export.js", "doors.css"];

const LIBRARY = "echarts/dist/echarts.common.min.js";

export function serveScripts(router: Router): void {
  for (const name of OWN) {
    router.get(`/${name}`, async (_request, response) => {
      const file = await readFile(new URL(`./${name}`, import.meta.url));
      response.set("Cache-Control", "public, max-age=300").type(name).send(file);
    });
  }
  let packed: Promise<Buffer> | undefined;
  router.get("/echarts.js", async (request: Request, response: Response) => {
    response.set({ "Cache-Control": "public, max-age=86400", Vary: "Accept-Encoding" }).type("js");
    const path = createRequire(import.meta.url).resolve(LIBRARY);
    if (!request.acceptsEncodings("gzip")) return response.send(await readFile(path));
    // A third of the size; made once, and kept for who comes next.
    packed ??= readFile(path).then((file) => promisify(gzip)(file));
    response.set("Content-Encoding", "gzip").send(await packed);
  });
}
