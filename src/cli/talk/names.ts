/** The names that the lines use, where the program calls a command otherwise. */
const COMMANDS: Readonly<Record<string, string>> = { accepted: "accept" };
const STEPS: Readonly<Record<string, string>> = { accept: "accepted", for: "submit", iam: "submit" };

export function commandOf(name: string): string {
  return COMMANDS[name] ?? name;
}

export function stepNameOf(command: string): string {
  return STEPS[command] ?? command;
}
