import type { Block, Card } from "./card.ts";

/** A picture or document that the place itself cannot take, by its address. */
export interface AttachmentLink {
  readonly caption: string;
  readonly kind: "picture" | "file";
  /** Made by the program, and good for 30 days. */
  readonly url: string;
  /** Whether the platform can fetch the address, so that it may show a picture. */
  readonly reachable: boolean;
}

export function attachmentCard(link: AttachmentLink): Card {
  return { blocks: linkBlocks(link) };
}

/** The same at the end of another card. */
export function linkBlocks({ caption, kind, url, reachable }: AttachmentLink): readonly Block[] {
  const action = kind === "picture" ? "点开看图" : "点开下载";
  return [
    { kind: "text", text: caption },
    ...(kind === "picture" && reachable ? [{ kind: "link" as const, text: caption, url, picture: true as const }] : []),
    { kind: "link", text: action, url },
    { kind: "hint", text: "链接 30 天内有效，谁拿到都能打开，请勿外传。" },
  ];
}
