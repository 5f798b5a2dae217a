import type { Conversation } from "../../chat/conversation.ts";
import { reachOf, visible } from "../../chat/find.ts";
import { companyShown } from "../../domain/issue/audience.ts";
import type { Directory } from "../../domain/park/directory.ts";
import type { Company, Org } from "../../domain/park/org.ts";
import { searchableOf, termsOf } from "../../domain/searchable.ts";
import type { Asked } from "../../store/board-list.ts";
import { type Found, type Query, readFound, type Term } from "../../store/search.ts";
import { hitsOf } from "../../store/search-hits.ts";

/** Issues by words, in a chat and on the board: what somebody is shown of an issue is what he finds it by. */

/** More than anybody remembers of an issue. */
const MOST_WORDS = 20;
/** So many are listed, the newest of those that there are: beyond these the words are too common to be a search. */
export const MOST_FOUND = 400;
/** So many are looked at for them, of which he may see few. */
const MOST_LOOKED_AT = 20_000;
const MOST_LOOKS = 12;
const AT_ONCE = 500;
/** A term that stands in more names than these is no name. */
const MOST_NAMED = 50;

/** How well an issue is what was looked for: its number was said, or the terms stand in its title, or somewhere in its text. */
const FITS = { number: 0, title: 1, text: 2 } as const;

export interface Fitting {
  readonly issue: Found;
  readonly fits: number;
}

export interface ByWords {
  /** The best first, of equals the newest. */
  readonly found: readonly Fitting[];
  /** Not those alone that were met first. */
  readonly isAll: boolean;
}

/** What this reader may see of it and finds by these words, and of that what is asked for. Null: there is no letter and no figure in them. */
export async function findByWords(conversation: Conversation, words: string, asked?: Asked): Promise<ByWords | null> {
  const texts = termsOf(words, MOST_WORDS);
  if (texts.length === 0) return null;
  const reach = reachOf(conversation);
  if (reach === null) return { found: [], isAll: true };
  const terms = texts.map((text) => ({ text, companies: companiesFor(conversation, text) }));
  const query: Query = { terms, reach, asked };
  const numbered = await byNumber(conversation, query);
  const { found, isAll } = await byText(conversation, query);
  const all = [...numbered, ...found.filter(({ issue }) => numbered.every((one) => one.issue.id !== issue.id))];
  const ranked = all.toSorted((a, b) => a.fits - b.fits || b.issue.id - a.issue.id);
  return { found: ranked.slice(0, MOST_FOUND), isAll: isAll && ranked.length <= MOST_FOUND };
}

/** The newest that he may see, however many others hold the words as well. */
async function byText(conversation: Conversation, query: Query): Promise<ByWords> {
  const { db } = conversation.ctx;
  const found: Fitting[] = [];
  let before: number | null = null;
  let lookedAt = 0;
  for (let look = 0; look < MOST_LOOKS && lookedAt < MOST_LOOKED_AT; look += 1) {
    const hits = await hitsOf(db, query, before, (MOST_FOUND + 1) << look);
    for (let at = 0; at < hits.ids.length && found.length <= MOST_FOUND; at += AT_ONCE) {
      const read = await readFound(db, hits.ids.slice(at, at + AT_ONCE), query);
      found.push(...(await visible(conversation, read)).flatMap((issue) => fitting(conversation, issue, query.terms)));
    }
    if (found.length > MOST_FOUND) return { found: found.slice(0, MOST_FOUND), isAll: false };
    if (hits.before === null) return { found, isAll: true };
    before = hits.before;
    lookedAt += hits.ids.length;
  }
  return { found, isAll: false };
}

const NUMBER = /^[1-9]\d{0,8}$/;

/** 搜索 12: the issue of this number, where the other terms fit as well. */
async function byNumber(conversation: Conversation, query: Query): Promise<readonly Fitting[]> {
  const found: Fitting[] = [];
  for (const term of query.terms.filter(({ text }) => NUMBER.test(text))) {
    const others = query.terms.filter((one) => one !== term);
    const read = await visible(conversation, await readFound(conversation.ctx.db, [Number(term.text)], query));
    for (const issue of read) {
      if (fitting(conversation, issue, others).length > 0) found.push({ issue, fits: FITS.number });
    }
  }
  return found;
}

/** How an issue fits, by what is shown of it here; nothing where it does not. */
function fitting(conversation: Conversation, issue: Found, terms: readonly Term[]): readonly Fitting[] {
  const { reader } = conversation;
  const text = searchableOf(reader.text(issue.text, issue));
  const names = companyShown(issue, reader.audience) === "name" ? namesOf(reader.park.directory, issue.enterprise) : [];
  const isNamed = ({ text: term }: Term) => names.some((name) => name.includes(term));
  if (!terms.every((term) => text.includes(term.text) || isNamed(term))) return [];
  const title = searchableOf(reader.title(issue));
  const isFirst = (term: Term) => title.includes(term.text) || names.includes(term.text);
  return [{ issue, fits: terms.every(isFirst) ? FITS.title : FITS.text }];
}

/** The companies that a term names; none where companies are not named. */
function companiesFor({ reader: { audience, park } }: Conversation, term: string): readonly string[] {
  if (audience.kind === "enterprise" || [...term].length < 2) return [];
  const named = searchedNames(park.directory.org)
    .filter(({ names }) => names.some((name) => name.includes(term)))
    .map(({ code }) => code);
  return named.length <= MOST_NAMED ? named : [];
}

interface Searched {
  readonly code: string;
  readonly names: readonly string[];
}

const searched = new WeakMap<Org, readonly Searched[]>();

/** The names of all companies as they are searched, made once for an org file. */
function searchedNames(org: Org): readonly Searched[] {
  const known = searched.get(org);
  if (known !== undefined) return known;
  const made = org.enterprises.map((one) => ({ code: one.code, names: namesAsSearched(one) }));
  searched.set(org, made);
  return made;
}

function namesAsSearched({ name, aliases }: Company): readonly string[] {
  return [name, ...aliases].map(searchableOf);
}

function namesOf(directory: Directory, code: string): readonly string[] {
  const company = directory.company(code);
  return company === undefined ? [searchableOf(directory.companyName(code))] : namesAsSearched(company);
}
