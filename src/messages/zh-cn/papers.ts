/** The fonts of official papers (GB/T 9704), as Word calls them, and by which other names machines know the same faces. */
export const PAPER_FONTS = {
  title: {
    word: "方正小标宋简体",
    families: ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"],
  },
  head: { word: "黑体", families: ["黑体", "SimHei", "STHeiti", "华文黑体"] },
  subhead: { word: "楷体", families: ["楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "STKaiti", "华文楷体"] },
  body: { word: "仿宋", families: ["仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "STFangsong", "华文仿宋"] },
  page: { word: "宋体", families: ["宋体", "SimSun", "STSong", "华文宋体"] },
} as const;
export type Face = keyof typeof PAPER_FONTS;

/** — 1 — */
export const PAGE_DASH = "—";
