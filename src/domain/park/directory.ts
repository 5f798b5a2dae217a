import type { Category, Chat, Company, Department, Org, Origin, Person, PlatformName, Role } from "./org.ts";
import { unlistedName } from "./unlisted.ts";

/** What goes by a name. */
export type Match<T> =
  | { readonly kind: "one"; readonly found: T }
  | { readonly kind: "many"; readonly found: readonly T[] }
  | { readonly kind: "none" };

/** The org file, indexed once. Codes and platform ids are compared exactly, names as `normaliseName` makes them. */
export interface Directory {
  readonly org: Org;
  department(code: string): Department | undefined;
  /** For people; of a unit that is no longer in the file what `GoneNames` says. So with the three below: a code is not for reading. */
  departmentName(code: string): string;
  companyName(code: string): string;
  categoryName(code: string): string;
  chatName(code: string): string;
  /** By whole name or alias, else by code, else by every name and alias that contains the text, of two characters or more. */
  departmentNamed(text: string): Match<Department>;
  company(code: string): Company | undefined;
  /** As `departmentNamed`, but not by code: it is what a company calls itself. */
  companyNamed(text: string): Match<Company>;
  category(code: string): Category | undefined;
  /** By whole name or alias, else by code. */
  categoryNamed(text: string): Category | undefined;
  person(name: string): Person | undefined;
  personBy(platform: Origin, userId: string): Person | undefined;
  chat(code: string): Chat | undefined;
  chatBy(platform: PlatformName, chatId: string): Chat | undefined;
  chatsOfDepartment(code: string): readonly Chat[];
  /** The heads first, then the officers, each in the order of the file. */
  officersOf(department: string): readonly Person[];
  /** The people of a company, in the order of the file. */
  liaisonsOf(enterprise: string): readonly Person[];
  coordinators(): readonly Person[];
  leaders(): readonly Person[];
  supervisionChats(): readonly Chat[];
}

/** What people read in place of what the org file no longer has. */
export type GoneNames = Readonly<Record<"department" | "enterprise" | "category" | "chat", string>>;

/** What makes two spellings of one name the same: width, case and spaces do not count. */
export function normaliseName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, "");
}

/** Builds the lookups. Never throws; of two entries with one key, which the org file does not allow, the first counts. */
export function createDirectory(org: Org, gone: GoneNames): Directory {
  const by = indexesOf(org);
  return {
    org,
    department: (code) => by.department.get(code),
    departmentName: (code) => by.department.get(code)?.name ?? gone.department,
    companyName: (code) => unlistedName(code) ?? by.company.get(code)?.name ?? gone.enterprise,
    categoryName: (code) => by.category.get(code)?.name ?? gone.category,
    chatName: (code) => by.chat.get(code)?.name ?? gone.chat,
    departmentNamed: (text) => by.departmentNamed(text, (code) => by.department.get(code)),
    company: (code) => by.company.get(code),
    companyNamed: (text) => by.companyNamed(text, () => undefined),
    category: (code) => by.category.get(code),
    categoryNamed: (text) => by.categoryName.get(normaliseName(text)) ?? by.category.get(normaliseName(text)),
    person: (name) => by.person.get(normaliseName(name)),
    personBy: (platform, userId) => by.account.get(`${platform}:${userId}`),
    chat: (code) => by.chat.get(code),
    chatBy: (platform, chatId) => by.chatId.get(`${platform}:${chatId}`),
    chatsOfDepartment: (code) => by.departmentChats.get(code) ?? [],
    officersOf: (department) => by.officials.get(department) ?? [],
    liaisonsOf: (enterprise) => by.liaisons.get(enterprise) ?? [],
    coordinators: () => by.coordinators,
    leaders: () => by.leaders,
    supervisionChats: () => by.supervisionChats,
  };
}

function indexesOf({ departments, enterprises, categories, people, chats }: Org) {
  const withRole = (role: Role) => people.filter((one) => one.role === role);
  const accountsOf = ({ wecom, dingtalk }: Person) => [
    ...(wecom === undefined ? [] : [`wecom:${wecom}`]),
    ...(dingtalk === undefined ? [] : [`dingtalk:${dingtalk}`]),
  ];
  const ofDepartments = chats.filter((one) => one.audience === "department");
  return {
    department: index(departments, (one) => [one.code]),
    departmentNamed: finder(departments),
    company: index(enterprises, (one) => [one.code]),
    companyNamed: finder(enterprises),
    category: index(categories, (one) => [one.code]),
    categoryName: index(categories, namesOf),
    person: index(people, (one) => [normaliseName(one.name)]),
    account: index(people, accountsOf),
    chat: index(chats, (one) => [one.code]),
    chatId: index(chats, (one) => [`${one.platform}:${one.chatId}`]),
    departmentChats: group(ofDepartments, (one) => one.department),
    officials: group([...withRole("head"), ...withRole("officer")], (one) => one.department),
    liaisons: group(withRole("liaison"), (one) => one.enterprise),
    coordinators: withRole("coordinator"),
    leaders: withRole("leader"),
    supervisionChats: chats.filter((one) => one.audience === "supervision"),
  };
}

interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

function namesOf(one: Named): readonly string[] {
  return [one.name, ...one.aliases].map(normaliseName);
}

function index<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of list) {
    for (const key of keysOf(one)) if (!found.has(key)) found.set(key, one);
  }
  return found;
}

function group<T>(
  list: readonly T[],
  keyOf: (one: T) => string | undefined,
): ReadonlyMap<string | undefined, readonly T[]> {
  const found = new Map<string | undefined, T[]>();
  for (const one of list) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  return found;
}

/** The one with this whole name, else all whose names contain the text: those that begin with it first. */
function finder<T extends Named>(
  list: readonly T[],
): (text: string, byCode: (code: string) => T | undefined) => Match<T> {
  const whole = index(list, namesOf);
  const named = list.map((one) => ({ one, names: namesOf(one) }));
  return (text, byCode) => {
    const wanted = normaliseName(text);
    if (wanted === "") return { kind: "none" };
    const exact = whole.get(wanted) ?? byCode(wanted);
    if (exact !== undefined) return { kind: "one", found: exact };
    // A single character is in too many names, or by chance in one: nothing may be done upon it.
    if ([...wanted].length < 2) return { kind: "none" };
    const holding = named.filter(({ names }) => names.some((name) => name.includes(wanted)));
    const begins = ({ names }: { names: readonly string[] }) => names.some((name) => name.startsWith(wanted));
    const found = [...holding.filter(begins), ...holding.filter((entry) => !begins(entry))].map(({ one }) => one);
    const [first] = found;
    if (first === undefined) return { kind: "none" };
    return found.length === 1 ? { kind: "one", found: first } : { kind: "many", found };
  };
}
