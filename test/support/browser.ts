import { existsSync } from "node:fs";
import type { Page } from "playwright-core";

/** Where systems put a Chromium or Chrome; CHROMIUM_PATH names another. The tests bring none of their own. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined: there is none. */
export const EXECUTABLE = process.env["CHROMIUM_PATH"] ?? PLACES.find((path) => existsSync(path));

export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

/** What a page complains of, and what it asks of other hosts than its own. */
export class Watched {
  readonly complaints: string[] = [];
  readonly foreign: string[] = [];

  /** Listens to a page of the program at this address. */
  page(page: Page, url: string): void {
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => message.type() === "error" && this.complaints.push(message.text()));
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => request.url().startsWith(url) || this.foreign.push(request.url()));
  }
}
