/** What is read of a message whose words can be tapped on DingTalk: a link stays one that says anything but what stands on it. */
export function withoutTaps(text: string): string {
  return text.replaceAll(
    /\[([^[\]]*)\]\(dtmd:\/\/dingtalkclient\/sendMessage\?content=([%\w]*)\)/g,
    (link, label, said) => (decodeURIComponent(said) === label ? label : link),
  );
}
