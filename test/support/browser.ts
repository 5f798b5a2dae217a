import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { freshDatabase } from "./databases.ts";
import { type Park, startPark } from "./park.ts";

/** Where systems put a Chromium or Chrome; CHROMIUM_PATH names another. The tests bring none of their own. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined: there is none. */
export const EXECUTABLE = process.env["CHROMIUM_PATH"] ?? PLACES.find((path) => existsSync(path));

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];

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

/** A park and a browser to look at it with. */
export interface Seen {
  readonly park: Park;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** `at`: where the park's clock stands first. */
export async function seePark(at: string): Promise<Seen> {
  const database = await freshDatabase("postgresql");
  const park = await startPark(database, at);
  const browser = await chromium.launch({ executablePath: EXECUTABLE ?? "", args: FLAGS });
  const close = async () => {
    await browser.close();
    await park.close();
    await database.drop();
  };
  return { park, browser, close };
}
