import type { HttpClient } from "../platforms/http-client.ts";

/** Asks the simulated platform whatever the address says: an org file with real webhooks must not reach real groups from the sandbox. */
export function insideOnly(http: HttpClient, base: string): HttpClient {
  const moved = (url: string) => {
    const { pathname, search } = new URL(url);
    return new URL(pathname + search, base).href;
  };
  return {
    postJson: (request) => http.postJson({ ...request, url: moved(request.url) }),
    postForm: (request) => http.postForm({ ...request, url: moved(request.url) }),
    getJson: (request) => http.getJson({ ...request, url: moved(request.url) }),
  };
}
