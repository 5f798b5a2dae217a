/** The page in the lobby: figures without names. */
export const PUBLIC = {
  title: "企业诉求办理情况",
  trend: "每周收集与解决",
  collected: "收集",
  solved: "解决",
  each: (collected: number, solved: number) => `收集 ${collected} 件，解决 ${solved} 件`,
  until: (at: string) => `截至 ${at}，每分钟更新`,
} as const;
