/** Words of Chinese, as the dictionary of the engine knows them. */
export const WORDS = new Intl.Segmenter("zh", { granularity: "word" });
