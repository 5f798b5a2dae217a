/** A map of the newest entries alone: the oldest leave it, so that it never grows beyond `most`. */
export class Recent<Value> {
  readonly #kept = new Map<string, Value>();

  constructor(
    readonly most: number,
    /** Hears of each that leaves. */
    readonly onLeave: (value: Value) => void = () => {},
  ) {}

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  /** Becomes the newest. */
  set(key: string, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const [oldest, left] of this.#kept) {
      if (this.#kept.size <= this.most) return;
      this.#kept.delete(oldest);
      this.onLeave(left);
    }
  }

  values(): Iterable<Value> {
    return this.#kept.values();
  }
}
