import type { Category, Chat, Department, Enterprise, Org, Person, PlatformName } from "./org.ts";

export type DepartmentMatch =
  | { readonly kind: "one"; readonly department: Department }
  | { readonly kind: "many"; readonly departments: readonly Department[] }
  | { readonly kind: "none" };

export type EnterpriseMatch =
  | { readonly kind: "one"; readonly enterprise: Enterprise }
  | { readonly kind: "many"; readonly enterprises: readonly Enterprise[] }
  | { readonly kind: "none" };

/** The org file, indexed once. Codes and platform ids are compared exactly, names as `normaliseName` makes them. */
export interface Directory {
  readonly org: Org;
  department(code: string): Department | undefined;
  /** For people; of a unit that is no longer in the file what `GoneNames` says. So with the three below: a code is not for reading. */
  departmentName(code: string): string;
  enterpriseName(code: string): string;
  categoryName(code: string): string;
  chatName(code: string): string;
  /** By whole name or alias, else by code, else by every name and alias that contains the text, of two characters or more. */
  departmentNamed(text: string): DepartmentMatch;
  enterprise(code: string): Enterprise | undefined;
  /** As `departmentNamed`, but not by code: it is what a company calls itself. */
  enterpriseNamed(text: string): EnterpriseMatch;
  category(code: string): Category | undefined;
  /** By whole name or alias, else by code. */
  categoryNamed(text: string): Category | undefined;
  person(name: string): Person | undefined;
  personBy(platform: PlatformName, userId: string): Person | undefined;
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
  const departments = index(org.departments, (one) => [one.code]);
  const enterprises = index(org.enterprises, (one) => [one.code]);
  const categories = index(org.categories, (one) => [one.code]);
  const categoryNames = index(org.categories, namesOf);
  const people = index(org.people, (one) => [normaliseName(one.name)]);
  const accounts = index(org.people, (one) => [
    ...(one.wecom === undefined ? [] : [`wecom:${one.wecom}`]),
    ...(one.dingtalk === undefined ? [] : [`dingtalk:${one.dingtalk}`]),
  ]);
  const chats = index(org.chats, (one) => [one.code]);
  const chatIds = index(org.chats, (one) => [`${one.platform}:${one.chatId}`]);
  const departmentChats = group(
    org.chats.filter((one) => one.audience === "department"),
    (one) => one.department,
  );
  const officials = group(
    [...org.people.filter((one) => one.role === "head"), ...org.people.filter((one) => one.role === "officer")],
    (one) => one.department,
  );
  const liaisons = group(
    org.people.filter((one) => one.role === "liaison"),
    (one) => one.enterprise,
  );
  const coordinators = org.people.filter((one) => one.role === "coordinator");
  const leaders = org.people.filter((one) => one.role === "leader");
  const supervision = org.chats.filter((one) => one.audience === "supervision");
  const findDepartments = finder(org.departments);
  const findEnterprises = finder(org.enterprises);

  return {
    org,
    department: (code) => departments.get(code),
    departmentName: (code) => departments.get(code)?.name ?? gone.department,
    enterpriseName: (code) => enterprises.get(code)?.name ?? gone.enterprise,
    categoryName: (code) => categories.get(code)?.name ?? gone.category,
    chatName: (code) => chats.get(code)?.name ?? gone.chat,
    departmentNamed: (text) => {
      const found = findDepartments(text, (name) => departments.get(name));
      const [department, another] = found;
      if (department === undefined) return { kind: "none" };
      return another === undefined ? { kind: "one", department } : { kind: "many", departments: found };
    },
    enterprise: (code) => enterprises.get(code),
    enterpriseNamed: (text) => {
      const found = findEnterprises(text, () => undefined);
      const [enterprise, another] = found;
      if (enterprise === undefined) return { kind: "none" };
      return another === undefined ? { kind: "one", enterprise } : { kind: "many", enterprises: found };
    },
    category: (code) => categories.get(code),
    categoryNamed: (text) => categoryNames.get(normaliseName(text)) ?? categories.get(normaliseName(text)),
    person: (name) => people.get(normaliseName(name)),
    personBy: (platform, userId) => accounts.get(`${platform}:${userId}`),
    chat: (code) => chats.get(code),
    chatBy: (platform, chatId) => chatIds.get(`${platform}:${chatId}`),
    chatsOfDepartment: (code) => departmentChats.get(code) ?? [],
    officersOf: (department) => officials.get(department) ?? [],
    liaisonsOf: (enterprise) => liaisons.get(enterprise) ?? [],
    coordinators: () => coordinators,
    leaders: () => leaders,
    supervisionChats: () => supervision,
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
): (text: string, byCode: (code: string) => T | undefined) => readonly T[] {
  const whole = index(list, namesOf);
  const named = list.map((one) => ({ one, names: namesOf(one) }));
  return (text, byCode) => {
    const wanted = normaliseName(text);
    if (wanted === "") return [];
    const exact = whole.get(wanted) ?? byCode(wanted);
    if (exact !== undefined) return [exact];
    // A single character is in too many names, or by chance in one: nothing may be done upon it.
    if ([...wanted].length < 2) return [];
    const holding = named.filter(({ names }) => names.some((name) => name.includes(wanted)));
    const begins = ({ names }: { names: readonly string[] }) => names.some((name) => name.startsWith(wanted));
    return [...holding.filter(begins), ...holding.filter((entry) => !begins(entry))].map(({ one }) => one);
  };
}
