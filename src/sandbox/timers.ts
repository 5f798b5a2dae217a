/** What a simulated platform still has to do: nothing of it is left when it closes. */
export class Timers {
  readonly #waiting = new Map<NodeJS.Timeout, () => void>();

  /** Runs it after so many milliseconds, unless what is returned is called before. */
  after(milliseconds: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      run();
    }, milliseconds);
    this.#waiting.set(timer, run);
    return () => {
      clearTimeout(timer);
      this.#waiting.delete(timer);
    };
  }

  /** Waits for something, for so many milliseconds at most. */
  async atMost(milliseconds: number, done: Promise<void>): Promise<void> {
    let stop = () => {};
    const late = new Promise<void>((resolve) => {
      stop = this.after(milliseconds, resolve);
    });
    await Promise.race([done, late]);
    stop();
  }

  /** Runs all that is left at once. */
  end(): void {
    for (const [timer, run] of this.#waiting) {
      clearTimeout(timer);
      run();
    }
    this.#waiting.clear();
  }
}
