import type { PlatformName, Role } from "../../domain/park/org.ts";
import { counted } from "./doctor.ts";

/** What every tool says, and `org`, in English. The type of it is what the Chinese form has to say. */

export const IN_LANGUAGE =
  "With --lang zh or --lang en in Chinese or English; otherwise in the language of the system.";

/** What is wrong with the words behind a command, before its usage. */
export type Misused =
  | { readonly misused: "nothing"; readonly among: readonly string[] }
  | { readonly misused: "unknown"; readonly word: string; readonly among: readonly string[] }
  | { readonly misused: "too-many"; readonly word: string }
  | { readonly misused: "without-value" | "twice"; readonly option: string }
  | { readonly misused: "not-with"; readonly option: string; readonly verb: string }
  /** `what` stands there, and what it cannot do without does not. */
  | { readonly misused: "needs"; readonly what: string; readonly needs: string }
  | { readonly misused: "language" };

export const TOOLS_EN = {
  misused: (one: Misused) => {
    switch (one.misused) {
      case "nothing":
        return `What is to be done is not said: ${one.among.join(", ")}.`;
      case "unknown":
        return `${one.word} is not known here. There are: ${one.among.join(", ")}.`;
      case "too-many":
        return `${one.word} is one word too many.`;
      case "without-value":
        return `Behind ${one.option} its value is missing.`;
      case "twice":
        return `${one.option} is there twice.`;
      case "not-with":
        return `${one.option} does not go with ${one.verb}.`;
      case "needs":
        return `${one.what} needs ${one.needs} as well, which is missing.`;
      case "language":
        return "Behind --lang stands zh or en.";
    }
  },
  orgUsage: `How to use it:
  npm run org -- check FILE    looks for every mistake in an org file, and for what open issues still use; changes nothing
  npm run org -- apply FILE    puts an org file in force; a running Chaxu on the same PostgreSQL follows within a minute
                               (--take-file: also where that undoes what was changed on the board)
  npm run org -- template FILE.xlsx                  writes an empty Excel list to fill in (--force: over one that is there)
  npm run org -- import FILE.xlsx [--into org.yaml]  makes an org file of the list, or puts the list into one that is there
  npm run org -- recognise [NAME [ACCOUNT]]          who says to be whom in chat; with a name, takes them for that person
  npm run org -- ids [--into org.yaml]               the accounts that were recognised; writes them into an org file
  npm run org -- export-company CODE DIR             writes everything that is kept of a company to DIR/CODE.json
  npm run org -- forget NAME [PHONE] --yes           takes somebody who has left out of the ledger and the record, for ever
${IN_LANGUAGE}`,

  configurationWrong: () => "The configuration is not right:",
  noDatabaseIn: (folder: string) =>
    `DATA_DIR: there is no database in ${folder}. Name the folder that holds db, or set DATABASE_URL.`,
  noLedger: () =>
    "The database is there and holds no ledger of Chaxu. Look whether DATABASE_URL or DATA_DIR names the right one.",
  /** A tool was ended by this. */
  endedBy: (_code: string, message: string) => message,

  orgHasErrors: (name: string, count: number) => `${name} has ${counted(count, "error")}:`,
  orgErrorLine: ({ line, path, message }: OrgMistake) => `  line ${line}, ${path}: ${message}`,
  orgNote: (sentence: string) => `Note: ${sentence}`,
  orgSummary: (name: string, park: string, counts: ParkCounts) =>
    `${name} is fine: ${park}, ${[
      counted(counts.departments, "department"),
      counted(counts.categories, "category", "categories"),
      counted(counts.enterprises, "enterprise"),
      counted(counts.people, "person", "people"),
      counted(counts.chats, "chat"),
      counted(counts.digests, "digest"),
    ].join(", ")}.`,
  databaseNotAsked: () =>
    "the database cannot be asked now, so what open issues still use was not looked up; apply does it.",
  orgUnchanged: (name: string) => `${name} is in force; nothing changed.`,
  orgInForce: (name: string) => `${name} is in force now:`,
  orgChange: (sentence: string) => `  ${sentence}`,
  orgUndoesBoard: (name: string, count: number) =>
    count === 0
      ? `Nothing was changed: ${name} is the file that was in force before changes were made on the board, and does not have them.`
      : `Nothing was changed: ${name} would undo what was changed on the board:`,
  orgTakeFile: (name: string) =>
    `Take the file as it is in force from the page /admin and change that one; or, to undo the board's changes: npm run org -- apply ${name} --take-file`,
  otherOrgFile: (path: string) => `ORG_FILE is ${path}, and the next start puts that file in force again.`,
  appliedOrgFile: () => "the applied org file",

  listNoExcelName: (path: string) => `${path}: the list is an Excel file; give it a name that ends in .xlsx`,
  listIsThere: (path: string) =>
    `${path} is there already and is left as it is: take another name, or add --force to begin it anew`,
  listWritten: (path: string) => `${path} is the empty list. Fill it in, then: npm run org -- import ${path}`,
  listAimIsThere: (aim: string) =>
    `${aim} is there already: add --into ${aim} to put the list into it, or --into with another name`,
  listAimHasErrors: (aim: string, count: number) =>
    `${aim} has ${counted(count, "error")}; mend it before a list goes into it:`,
  listHasAll: (aim: string) => `${aim} has all of it already; nothing changed.`,
  listAimWritten: (aim: string) => `${aim} is written:`,
  listNext: (aim: string) => `Next: npm run org -- apply ${aim}, or set ORG_FILE=${aim}`,
  listMore: (count: number) => `… and ${count} more`,
  /** What is wrong with the file as a whole. */
  listFile: {
    "too-large": (path: string, most: ListLimits) =>
      `${path} is larger than ${most.megabytes} MB: a list of people and companies is not`,
    inflated: (path: string) =>
      `${path} unpacks to far more than a list of people and companies has: copy its cells into a new file`,
    "too-many-rows": (path: string, most: ListLimits) =>
      `${path} has more than ${most.rows} rows in ${most.sheet}: delete those that are no entries, empty ones with a format too`,
    "old-excel": (path: string) => `${path} is of an old Excel or WPS format, whatever its name: ${SAVE_AS}`,
    password: (path: string) => `${path} is protected with a password: save it without one`,
    "no-excel": (path: string) => `${path} is no .xlsx file, whatever its name: ${SAVE_AS}`,
    damaged: (path: string) => `${path} is damaged, or not written by Excel: ${SAVE_AS}`,
  },

  nobodyClaims: (name: string) =>
    `No account waits to be recognised as ${name}: let them send the bot, directly, their name and telephone number.`,
  severalClaim: (count: number, name: string) =>
    `${count} accounts say to be ${name}; add the account: npm run org -- recognise ${name} ACCOUNT`,
  recognisedAs: ({ platform, account, name, role }: Claimed) =>
    `${platform} ${account} is ${name} (${role}) from now on; a running Chaxu follows within a minute.`,
  nobodyWaits: () => "Nobody waits to be recognised.",
  waits: ({ platform, account, name, role }: Claimed, phone: ClaimedPhone) =>
    `${name} (${role}): ${platform} ${account}, gave ${PHONES[phone]}`,
  accountOf: (name: string, platform: PlatformName, account: string) => `${name}: ${platform} ${account}`,
  nothingRecognised: () => "No account was recognised that the org file does not have.",
  accountsWritten: (path: string, count: number) => `${path} has ${counted(count, "account")} more:`,

  companyUnknown: (code: string) =>
    `There is no company with the code ${code}, neither in the org file in force nor in the ledger.`,
  companyExported: (path: string, count: number) =>
    `${path} holds everything of ${counted(count, "issue")}, with names and telephone numbers: keep it where only those may read it who need to.`,
  forgetNeedsName: () =>
    "Write the whole name, of two characters or more, and the telephone number with 5 digits or more.",
  forgetStillThere: (name: string) =>
    `${name} still stands in the org file: take that person out, put the file in force with npm run org -- apply FILE (or start with it), then forget.`,
  forgetWould: (name: string, accounts: number, issues: number) =>
    `Nothing is changed yet. ${name} would be taken out of ${counted(issues, "issue")} and everything beside them, with ${counted(accounts, "account")}. That cannot be undone, and holds for everybody of this name: add --yes.`,
  forgotten: (name: string, issues: number) =>
    `${name} is forgotten, in ${counted(issues, "issue")} and everything beside them. Backups and exported files still have the name; so have the chats.`,
};

export type ToolWords = typeof TOOLS_EN;

export interface OrgMistake {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

export interface ParkCounts {
  readonly departments: number;
  readonly categories: number;
  readonly enterprises: number;
  readonly people: number;
  readonly chats: number;
  readonly digests: number;
}

/** What a list may have at most; `sheet` is the one that has more. */
export interface ListLimits {
  readonly megabytes: number;
  readonly rows: number;
  readonly sheet: string;
}

/** Who says to be whom: `platform` and `role` as the org file writes them. */
export interface Claimed {
  readonly platform: PlatformName;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
}

/** Whether somebody has given the telephone number of the list. */
export type ClaimedPhone = "none" | "right" | "other";

const SAVE_AS = "open it in Excel or WPS and save it as .xlsx";

const PHONES: Readonly<Record<ClaimedPhone, string>> = {
  none: "no telephone number",
  right: "the telephone number of the list",
  other: "not the telephone number of the list",
};
