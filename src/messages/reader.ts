import { type Audience, companyShown, mayShow, seesInternal, seesPhones } from "../domain/issue/audience.ts";
import { lightOf } from "../domain/issue/due.ts";
import { type Issue, isVoid, type Standing } from "../domain/issue/issue.ts";
import type { Light } from "../domain/issue/ladder.ts";
import { ACTIONS, moveOf, type Party } from "../domain/issue/lifecycle.ts";
import { isPromisePast, promiseOf } from "../domain/issue/promise.ts";
import { involvedIn, type Park } from "../domain/park/park.ts";
import { titleOf } from "../domain/zh-cn-title.ts";
import { contactOf } from "./contact.ts";
import { readable, type Subject } from "./covering.ts";
import { maskedText } from "./masked.ts";
import { dateTimeText, dayText, wholeDate } from "./zh-cn/dates.ts";
import { distanceText, HIDDEN_COMPANY, sinceText, workingTime } from "./zh-cn/terms.ts";

/** An issue as one audience may see it: words only, nothing left to hide. */
export interface IssueView {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly state: Issue["state"];
  readonly outcome: Issue["outcome"];
  readonly voided: boolean;
  readonly mergedInto: number | null;
  /** How many other companies have the same concern. */
  readonly joined: number;
  readonly urgency: Issue["urgency"];
  readonly confidential: boolean;
  /** Null where companies are not named. */
  readonly company: string | null;
  readonly unverified: boolean;
  /** Whom to call, and by which number; null for who may not know it, or where nobody is known. */
  readonly contact: string | null;
  /** The reader handles it and can write to the company by way of the bot alone. */
  readonly throughBot: boolean;
  readonly category: string | null;
  readonly department: string | null;
  readonly handler: string | null;
  readonly due: string | null;
  /** For government eyes alone. */
  readonly light: Light | null;
  readonly measure: string | null;
  /** 12月1日 周二 17:30: the date that the unit has promised with its measure, for who sees that. */
  readonly promise: string | null;
  /** The unit has not answered by the date that it promised. For government eyes alone. */
  readonly promisePast: boolean;
  /** By when: the date that the measure names, else the due date. */
  readonly promised: string | null;
  readonly publicAnswer: string | null;
  readonly reason: string | null;
  readonly pictures: number;
}

/** As whom the readers of a place can make a move. */
const PARTIES: Readonly<Record<Audience["kind"], readonly Party[]>> = {
  enterprise: ["company"],
  company: ["company"],
  department: ["lead", "helper"],
  coordinator: ["coordinator"],
  supervision: ["coordinator", "leader"],
};

/**
 * Who reads, in which park, at which instant. Whatever a person is shown is made by one of these: a conversation has one, and
 * every notice gets one when it goes.
 */
export class Reader {
  readonly audience: Audience;
  readonly park: Park;
  readonly now: Date;
  /** Contact data is shown when it is asked for, and not before. */
  readonly masks: boolean;

  constructor(audience: Audience, { park, now }: { readonly park: Park; readonly now: Date }, masks = false) {
    this.audience = audience;
    this.park = park;
    this.now = now;
    this.masks = masks;
  }

  /** The same eyes, for which contact data is masked until it is asked for, where they may have it: a company knows its own. */
  masking(): Reader {
    const { kind } = this.audience;
    return new Reader(this.audience, this, kind === "coordinator" || kind === "department");
  }

  /** The same eyes, which have asked for contact data: what they may not see stays hidden. */
  revealing(): Reader {
    return new Reader(this.audience, this);
  }

  /** Whether contact data of this issue may be asked for here. */
  mayAskContacts(subject: Pick<Subject, "confidential">): boolean {
    return this.audience.kind !== "company" && seesPhones(subject, this.audience);
  }

  /** The same moment of the same park, for other eyes. */
  as(audience: Audience): Reader {
    return new Reader(audience, this);
  }

  /** Whether this issue may be spoken of here at all. `helpers`: the departments that help with it. */
  may(issue: Standing, helpers: readonly string[]): boolean {
    return mayShow(issue, this.audience, involvedIn(this.park, issue, helpers));
  }

  /** Internal notes, lights and the handling inside the departments are for government eyes. */
  get seesInternal(): boolean {
    return seesInternal(this.audience);
  }

  /** Whether this may be offered here: anybody may ask, and a move is for those alone whom the lifecycle table lets make it. */
  offers(command: string): boolean {
    const action = ACTIONS.find((one) => one === command);
    return action === undefined || moveOf(action).who.some((party) => PARTIES[this.audience.kind].includes(party));
  }

  /** A text of or about this issue, as it may be read here. It is to be cut afterwards, never before. */
  text(text: string, subject: Subject): string {
    const read = readable(text, subject, this);
    return this.masks ? maskedText(read, subject, this.park) : read;
  }

  /** What an issue is called here. It is cut from what is clean: a name or a number that the cut goes through would not be known any more. */
  title(issue: Subject & Pick<Issue, "text">): string {
    return titleOf(this.text(issue.text, issue));
  }

  /** How the company of an issue is called here: its name, 某企业, or not at all. */
  companyOf(subject: Pick<Issue, "confidential" | "enterprise">): string | null {
    const shown = companyShown(subject, this.audience);
    return shown === "name" ? this.company(subject.enterprise) : shown === "hidden" ? HIDDEN_COMPANY : null;
  }

  /** The code of the company of an issue, where it may be known here: a group has heard who said it. */
  raisedBy(subject: Pick<Issue, "confidential" | "enterprise">): string | null {
    return companyShown(subject, this.audience) === "hidden" ? null : subject.enterprise;
  }

  /** The name of a company that may be named here. */
  company(code: string): string {
    return this.park.directory.companyName(code);
  }

  department(code: string): string {
    return this.park.directory.departmentName(code);
  }

  category(code: string): string {
    return this.park.directory.categoryName(code);
  }

  chat(code: string): string {
    return this.park.directory.chatName(code);
  }

  /** 11月30日 周一 17:30 */
  dateTime(at: Date): string {
    return dateTimeText(at, this.#timeZone, this.now);
  }

  /** 11月30日 周一 */
  day(at: Date): string {
    return dayText(at, this.#timeZone, this.now);
  }

  /** 2026年11月30日 */
  wholeDate(at: Date): string {
    return wholeDate(at, this.#timeZone);
  }

  /** Working minutes as hours and working days. */
  workingTime(minutes: number): string {
    return workingTime(minutes, this.park.calendar.minutesPerDay);
  }

  /** How far a deadline is ahead or behind, in working minutes: never 0 hours. */
  distance(minutes: number): string {
    return distanceText(minutes, this.park.calendar.minutesPerDay);
  }

  /** How long ago an instant was, in whole working days; below a day as `distance`, with the space before it. */
  since(at: Date): string {
    return sinceText(this.park.calendar.between(at, this.now), this.park.calendar.minutesPerDay);
  }

  /** The issue as it may be seen here. */
  issue(issue: Issue): IssueView {
    const { audience, park, now } = this;
    const clean = (text: string) => this.text(text, issue);
    const text = clean(issue.text);
    const isNamed = companyShown(issue, audience) === "name";
    const measure = audience.kind === "enterprise" || issue.measure === null ? null : clean(issue.measure);
    const promise = promiseOf(issue);
    const promised = promise ?? issue.due;
    return {
      id: issue.id,
      title: titleOf(text),
      text,
      state: issue.state,
      outcome: issue.outcome,
      voided: issue.voided,
      mergedInto: issue.mergedInto,
      joined: issue.joined.length,
      urgency: issue.urgency,
      confidential: issue.confidential,
      company: this.companyOf(issue),
      unverified: !issue.reporter.verified && isNamed && audience.kind !== "company",
      contact: contactOf(issue, this),
      throughBot: audience.kind === "department" && issue.confidential,
      category: issue.category === null ? null : this.category(issue.category),
      department: issue.department === null ? null : this.department(issue.department),
      // In an enterprise group others listen: they learn the unit, not the person, and only what was answered publicly.
      handler: audience.kind === "enterprise" ? null : this.#handlerOf(issue),
      // What was taken back, merged or not accepted owes no answer.
      due: issue.due === null || isVoid(issue.state) ? null : this.dateTime(issue.due),
      light: this.seesInternal ? lightOf(issue, park, now) : null,
      measure,
      promise: measure === null || promise === null ? null : this.dateTime(promise),
      promisePast: this.seesInternal && isPromisePast(issue, now),
      promised: promised === null ? null : this.dateTime(promised),
      publicAnswer: issue.publicAnswer === null ? null : clean(issue.publicAnswer),
      reason: issue.reason,
      pictures: issue.pictures,
    };
  }

  /** Who handles it; one who does not belong to the lead department (it is tracked by another) with the own one. */
  #handlerOf({ handler, department }: Issue): string | null {
    const own = handler === null ? undefined : this.park.directory.person(handler)?.department;
    if (handler === null || own === undefined || own === department) return handler;
    return `${handler}（${this.department(own)}）`;
  }

  get #timeZone(): string {
    return this.park.org.park.timeZone;
  }
}
