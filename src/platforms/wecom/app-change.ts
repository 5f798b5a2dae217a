import type { Address, Part } from "../platform.ts";
import type { WecomAppClient } from "./app-client.ts";
import { renderForPerson } from "./render.ts";
import { APP_CARD, updatedCard } from "./template-card.ts";
import type { Way } from "./way.ts";

/** A card of the app that was pressed is changed with the code that came with the press: once, within 72 hours (94888). */

/** From the press, in milliseconds. */
export const CODE_MS = 72 * 3_600_000;

type Reply = Extract<Address, { kind: "reply" }>;

const CODE_URL = /^wecom-code:([\x21-\x7e]{1,1024})$/;

/** The code as a reply address; opaque to everybody else. */
export function codeUrlOf(code: string): string {
  return `wecom-code:${code}`;
}

/** Null: it is another kind of address, or the code was tried already. */
export function codeIn({ url, tried }: Reply): string | null {
  return tried === 0 ? (CODE_URL.exec(url)?.[1] ?? null) : null;
}

/** Answers a press: on its card where the answer is to stand there, else as any message to that person. */
export function changeWay(client: WecomAppClient, app: Way): Way {
  const personOf = (address: Address): Address => (address.kind === "reply" ? (address.fallback ?? address) : address);
  return {
    render(card, address, replaces) {
      if (replaces === undefined) return app.render(card, personOf(address));
      const { id, body, whole } = updatedCard(replaces, card, APP_CARD);
      const words = renderForPerson(card);
      const [first] = words;
      if (first === undefined) return [];
      const changed: Part = { ...first, card: { id, body, replaces: true } };
      return whole ? [changed] : [changed, ...words];
    },
    async send(address, part) {
      const code = address.kind === "reply" ? codeIn(address) : null;
      const person = personOf(address);
      if (code === null || part.card?.replaces !== true || person.kind !== "person") return app.send(person, part);
      const delivery = await client.change(person.userId, code, part.card.body);
      // The code may be used up: then it is said.
      const { card: _card, ...words } = part;
      return delivery.state === "gave-up" || delivery.state === "unsure" ? app.send(person, words) : delivery;
    },
    carries: (kind) => app.carries(kind),
    budget: (address) => app.budget(personOf(address)),
    robot: (address) => app.robot(personOf(address)),
  };
}
