import { existsSync } from "node:fs";

/** Where systems put a Chromium or Chrome; CHROMIUM_PATH names another. The tests bring none of their own. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of this machine; undefined: there is none. */
export const EXECUTABLE = process.env["CHROMIUM_PATH"] ?? PLACES.find((path) => existsSync(path));

export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
