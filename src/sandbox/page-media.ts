import { type RequestHandler, Router } from "express";
import { escapeHtml } from "./markup.ts";
import type { SimMessage, World } from "./world.ts";

/** Pictures and files on the page. Their bytes have an address of their own and are not in the feed. */

const ADDRESS = "/sandbox/media";

/** How the page shows the picture or file of a message. */
export function mediaHtml({ format, text, media }: SimMessage, world: World): string {
  if (media === undefined) return "";
  if (!world.media.has(media.id)) return `<span class="picture">${escapeHtml(text)}（已不在这里）</span>`;
  const address = `${ADDRESS}/${encodeURIComponent(media.id)}`;
  if (format === "picture") {
    const image = `<img src="${address}" alt="${escapeHtml(text)}">`;
    return `<a class="shown-picture" href="${address}" target="_blank" rel="noopener noreferrer">${image}</a>`;
  }
  const size = `${Math.max(1, Math.round(media.size / 1024))} KB`;
  return (
    `<a class="shown-file" href="${address}" download="${escapeHtml(media.name)}">` +
    `<span class="shown-file-name">${escapeHtml(media.name)}</span> <span class="shown-file-size">${size}</span></a>`
  );
}

export function mediaRoutes(world: World): Router {
  const router = Router();
  const serve: RequestHandler<{ id: string }> = (request, response) => {
    const file = world.media.get(request.params.id);
    if (file === undefined) {
      response.status(404).type("text/plain; charset=utf-8").send("这个图片或文件已经不在了。\n");
      return;
    }
    const how = file.mime.startsWith("image/") ? "inline" : "attachment";
    response.set({
      "cache-control": "no-store",
      "content-type": file.mime,
      "content-disposition": `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
    response.send(file.bytes);
  };
  router.get(`${ADDRESS}/:id`, serve);
  return router;
}
