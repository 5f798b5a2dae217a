/** An issue as it is compared. */
export interface Raised {
  readonly id: number;
  readonly text: string;
  /** The words of the duty table that it has. */
  readonly topics: readonly string[];
  readonly enterprise: string;
  readonly confidential: boolean;
  /** Something is still to be done about it. */
  readonly isOpen: boolean;
  /** Other companies that have the same concern. */
  readonly joined: readonly string[];
  /** The common problem to which it belongs, where that is open. */
  readonly common: number | null;
}

/** Whose a confidential issue is, must not be known by what is proposed. */
export function companiesOf(group: readonly Raised[]): number {
  const open = group.filter(({ confidential }) => !confidential);
  return new Set(open.flatMap(({ enterprise, joined }) => [enterprise, ...joined])).size;
}
