/** How the office says a deed in free words that it may not be able to do. In plain text. */
export const DEEDS_SAID: readonly { readonly command: string; readonly words: RegExp }[] = [
  {
    command: "reject",
    words: /(?<!能|会|可|要)不(?:予|给|用|要)?受理|(?:劝退|退回)(?:给)?(?:企业|他们|厂里)(?:吧|算了)/u,
  },
  {
    command: "withdraw",
    words: /(?:^|[\d号个件把给先都就帮我替\s,，])撤(?:了|掉|销|单)(?:掉|了|吧|算了|它|\s)*[\s。!！]*$/u,
  },
  {
    command: "refuse",
    words:
      /(?:^|[\d号个件这那我\s,，])(?:不(?:能|予|给)?(?:同意|批准?|准)|驳回)(?:挂账?|的|了|吧|啊|他们?|这个)*[\s,，。!！]*$/u,
  },
];
