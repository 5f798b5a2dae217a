/** What the doctor says of the environment, in English: beside it the errors of the configuration itself, which stand there. */

/** What is wrong with an address. Never the address itself, which may hold a secret. */
export const ADDRESS_PROBLEMS = {
  "no-url": "The address is not a URL.",
  scheme: "The address must begin with https:// or wss://.",
  user: "The address must not contain a user name or password.",
  "own-machine": "The address must be public, and this one is the own machine.",
  "closed-network": "The address must be public, and this one is in a private or reserved network.",
} as const;

export type AddressProblem = keyof typeof ADDRESS_PROBLEMS;
