import type { DigestName, PlatformName } from "../../domain/park/org.ts";
import { COMMAND_WORDS } from "../zh-cn/commands.ts";
import { CONSOLES } from "../zh-cn/consoles.ts";
import { ADDRESS_PROBLEMS, type AddressProblem } from "./settings.ts";

/**
 * What the doctor says, in English. The type of it is what every other language has to say: a sentence that is missing
 * there does not compile. No sentence holds a secret, and each is one line.
 */

export const DOCTOR_EN = {
  usage: `How to use it:
  npm run doctor                    checks environment, org file, database, platforms and calendar; changes and posts nothing
  npm run doctor -- --lang zh|en    in Chinese or English; otherwise in the language of the system`,
  labels: { ok: "ok", note: "note", fail: "FAIL" },
  steps: {
    environment: "environment",
    "org file": "org file",
    reach: "reach",
    database: "database",
    files: "files",
    platforms: "platforms",
    address: "address",
    wecom: "wecom",
    dingtalk: "dingtalk",
    clock: "clock",
    calendar: "calendar",
  },
  verdict: (failures: number, notes: number) => {
    const asWell = notes === 0 ? "" : `, ${counted(notes, "note")}`;
    if (failures === 0) return `Nothing keeps Chaxu from working${asWell}.`;
    return `${counted(failures, "failure")}${asWell}: mend what is marked FAIL, and run it again.`;
  },

  environmentRight: () => "every setting has the right form",
  notLookedAt: () => "not looked at until the environment is right",

  databaseHeld: (folder: string) => `a running Chaxu has the embedded database in ${folder}, so it is not looked into`,
  databaseToMake: (folder: string) => `the first start makes the embedded database in ${folder}`,
  databaseForTrials: () =>
    "the embedded database is for trials: it may lose data in a power cut. Set DATABASE_URL for real work",
  databaseFault: (_code: string, message: string) => message,
  databaseName: (version: string, folder: string | undefined) =>
    folder === undefined ? `PostgreSQL ${version}` : `the embedded database in ${folder}`,
  databaseEncoding: (name: string, encoding: string) =>
    `${name} has the encoding ${encoding}, which holds no Chinese: create it with encoding 'UTF8'`,
  databaseNewer: (name: string) => `${name} was migrated by a newer Chaxu: update this program before it is started`,
  databaseGrant: (name: string) =>
    `${name} does not let this user migrate, which every start sees to: grant it create on the database and on its schemas public and drizzle, or make it the owner`,
  databaseWhole: (name: string, known: number) => `${name} is reached, and all ${known} migrations are applied`,
  databaseEmpty: (name: string) => `${name} is reached and empty: the first start makes the tables`,
  databaseOlder: (name: string, applied: number, known: number) =>
    `${name} is reached, ${applied} of ${known} migrations are applied: the next start applies the others`,
  databaseOfAnother: (name: string, origin: "park" | "simulation") =>
    origin === "simulation"
      ? `${name} is the sandbox's: what was tried in it would be taken for the park's. Name another DATA_DIR or an empty database in DATABASE_URL, or move the old one away`
      : `${name} is a real park's, and no platform is configured: the sandbox would write into it. Configure a platform, or name another DATA_DIR or DATABASE_URL for the sandbox`,
  replicas:
    "several replicas share what signs the board's sessions in the database, unless each has the same SESSION_SECRET; beside it pictures and files have to be shared, and one key has to sign the record's fingerprints: the same AUDIT_KEY_FILE for all, or a DATA_DIR that they share",

  filesKept: (name: string) => `pictures and files are kept in ${name}: one was put there, read and taken away`,
  filesInFolder: (name: string) => `pictures and files are kept in ${name}`,
  filesToMake: (name: string) => `pictures and files are kept in ${name}, which is made for the first of them`,
  filesOfReplicas: () =>
    "several replicas need a DATA_DIR that they share for pictures and files, or a store that speaks S3 (S3_ENDPOINT): docs/files.md",
  filesOtherwise: (name: string) => `what was put into ${name} did not come back as it was: nothing can be kept there`,
  filesFolderFault: (name: string, why: string) =>
    `pictures and files cannot be kept in ${name} (${why}): let the program write there, or name another DATA_DIR`,
  filesStoreFault: (name: string, why: string) =>
    `pictures and files cannot be kept in ${name} (${why}): look at S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ADDRESSING and the key, which has to be allowed to put, get and delete`,

  orgUnreadable: (message: string) => `${message} Correct ORG_FILE.`,
  orgUnknown: () => "ORG_FILE is not set, and which file was applied is not known: the database could not be asked",
  orgApplied: () => "the org file applied last",
  orgBelowBoard: (path: string) =>
    `what was changed on the board stays in force, and ${path} does not have it: take the file as it is in force from the page /admin, or see what differs by npm run org -- apply ${path}`,
  orgSample: () => "the sample park",
  orgSampleAdvice: () => "the sample park is in force, which is for trying: describe your own park and set ORG_FILE",
  orgError: (name: string, { line, path, message }: OrgFault) => `${name}, line ${line}, ${path}: ${message}`,
  orgFine: (name: string, park: string, { departments, enterprises, people, chats }: OrgCounts) =>
    `${name} is fine: ${park}, ${[
      counted(departments, "department"),
      counted(enterprises, "enterprise"),
      counted(people, "person", "people"),
      counted(chats, "chat"),
    ].join(", ")}`,
  orgWarning: ({ line, path, message }: OrgFault) => `line ${line}, ${path}: ${message}`,
  orgWarnings: (sentence: string, times: number, lines: string) => `${times} times, each ${sentence} (lines ${lines})`,
  orgMoreWarnings: (count: number) => `${count} more: npm run org -- check FILE tells all`,

  calendarUnknown: () => "not looked at: the holidays of the park are in the org file",
  calendarMissing: (year: number) =>
    `no holiday list for ${year}: deadlines are counted by plain weekdays. ${holidayAdvice(year)}`,
  calendarThisYear: (year: number) => `the holidays of ${year} are known`,
  calendarNextYear: (year: number) =>
    `no holiday list for ${year}, which deadlines reach: plain weekdays are counted. ${holidayAdvice(year)}`,
  calendarKnown: (year: number) => `holidays are known until the end of ${year}`,

  clockRight: (host: string) => `this machine's clock agrees with that of ${host}`,
  clockWrong: (host: string, minutes: number, isAhead: boolean) =>
    `this machine's clock is ${counted(minutes, "minute")} ${isAhead ? "ahead of" : "behind"} that of ${host}: switch time synchronisation on (timedatectl set-ntp true, or chrony)`,

  few: (names: readonly string[], more: number) =>
    more === 0 ? names.join(", ") : `${names.join(", ")} and ${more} more`,
  departmentsWithoutWay: (count: number, names: string) =>
    `${counted(count, "department has", "departments have")} neither a group nor anybody who can be reached directly, so the coordinator is asked to pass on what concerns them: ${names}`,
  groupsWithoutWay: (count: number, names: string) =>
    `nothing can be posted to ${counted(count, "DingTalk group")} without a webhook, because DINGTALK_CLIENT_ID is not set: ${names}`,
  liaisonsWithoutRoad: (count: number, names: string) =>
    `no direct message reaches ${counted(count, "liaison")}: told of an issue only in the group where it is public, of one raised for them by a mention there that names none, of a confidential one only when they ask (${COMMAND_WORDS.mine.usage}): ${names}`,
  nobodyLeads: () => "nobody is a leader: a second extension and a hold cannot be granted",
  coordinatorsWithoutAccount: () =>
    `no coordinator has an account, so nobody can recognise others: let one send the bot, directly, ${COMMAND_WORDS.iam.words[0]} with name and telephone number, then run npm run org -- recognise NAME here`,
  noSupervision: () => "no chat has the audience supervision: what is late is shown in no group",
  officesWithoutRoad: (count: number, hasSupervision: boolean, names: string) =>
    `no direct message reaches ${counted(count, "coordinator or leader", "coordinators and leaders")}, ${hasSupervision ? "told in the supervision group instead" : "and without a supervision group nobody tells them"}: ${names}`,
  digestsMissing: (named: readonly (readonly [kind: DigestName, lacked: string])[]) =>
    `digests that the org file does not have: ${named.map(([kind, lacked]) => `${kind} (${lacked})`).join(", ")}`,
  groupWithoutWebhook: (name: string, code: string) =>
    `nobody can be alerted by a real mention in the WeCom group ${name}, because it has no webhook: make one in ${CONSOLES.wecomWebhook}, write its address to .env under a name of your own, and name that at the chat ${code} of the org file, for example webhook: "\${${hookName(code)}}"`,
  groupsWithoutWebhook: (more: number) => `and ${counted(more, "more WeCom group")} without a webhook`,
  peopleWithoutId: (count: number, names: string) =>
    `${counted(count, "person has", "people have")} no id on any platform, so they are not known in chat and no message reaches them. Nobody has to collect ids: let each send the bot, directly, ${COMMAND_WORDS.iam.words[0]} with name and telephone number, and the coordinator ${COMMAND_WORDS.verify.words[0]} with the name: ${names}`,

  simulated: (platform: PlatformName) =>
    `off: the sandbox simulates it, and nothing leaves this machine. To use the real one: npm run connect -- ${platform}`,
  publicUrl: (url: string, problem: AddressProblem) =>
    `PUBLIC_URL, ${url}: ${ADDRESS_PROBLEMS[problem]} The platforms call it from the internet: set it to a public https address, for example https://chaxu.example.gov.cn; or use the long connections, which need none (npm run connect)`,
  linksStayInside: (url: string) =>
    `PUBLIC_URL, ${url}, is no public https address. Nothing calls it, because every platform is connected from here; links to pictures and reports open only where it is reached`,
  callbackAddress: (page: string, address: string) => `the address to enter in ${page}: ${address}`,
  cardAddress: (address: string) => `presses on cards come to ${address}: let the proxy pass it on`,
  webhooks: (count: number) =>
    `${counted(count, "group webhook has", "group webhooks have")} the right form; nothing was posted`,
};

export type DoctorWords = typeof DOCTOR_EN;

export interface OrgFault {
  readonly line: number | string;
  readonly path: string;
  readonly message: string;
}

export interface OrgCounts {
  readonly departments: number;
  readonly enterprises: number;
  readonly people: number;
  readonly chats: number;
}

/** `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the webhook of a chat may be called in the environment. */
export function hookName(code: string): string {
  return `${code.toUpperCase().replaceAll("-", "_")}_WEBHOOK`;
}

function holidayAdvice(year: number): string {
  return `Update Chaxu, or write them to the org file once the State Council has told them: holidays: { off: ["${year}-01-01"], on: [] }`;
}
