import { Router } from "express";
import { LINK_OVER } from "../messages/zh-cn/reports.ts";
import type { Attachment } from "../platforms/platform.ts";

/** The picture or document of a signed link, made anew. Null: the token is wrong or its time is over. */
export type OpenFile = (token: string) => Promise<Attachment | null>;

/** `/files/TOKEN`: whoever has the link gets the file; so nothing of it may be kept on the way. */
export function fileRoutes(open: OpenFile): Router {
  const router = Router();
  // One picture that many people open at once is drawn once.
  const opening = new Map<string, Promise<Attachment | null>>();
  const openOnce = (token: string) => {
    const known = opening.get(token) ?? open(token).finally(() => opening.delete(token));
    opening.set(token, known);
    return known;
  };
  router.get("/files/:token", async (request, response) => {
    const file = await openOnce(request.params.token);
    response.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex" });
    if (file === null) {
      response.status(404).type("text/plain; charset=utf-8").send(LINK_OVER);
      return;
    }
    response.set({
      "Content-Type": file.mime,
      "Content-Disposition": disposition(file),
      // A chat program shows the picture inside a page of its own.
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    response.send(file.bytes);
  });
  return router;
}

/** With the name in UTF-8 (RFC 6266), and one in ASCII for who cannot read that. */
function disposition({ kind, name }: Attachment): string {
  const how = kind === "picture" ? "inline" : "attachment";
  const plain = name.replace(/[^A-Za-z0-9.-]/g, "").replace(/^[.-]+/, "");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
