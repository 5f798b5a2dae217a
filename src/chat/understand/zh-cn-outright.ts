/** The words for a move that leave no doubt which one is meant. In plain text. */
export const OUTRIGHT: readonly { readonly command: string; readonly words: RegExp }[] = [
  { command: "withdraw", words: /撤(?:回|销|掉|了|单|吧|$)/u },
  { command: "sign", words: /签(?:收|掉|了|下来)/u },
  { command: "urge", words: /(?:^|[,，。!！?？\d号\s]|请|帮我?|给我|再|先|来)催(?:一?下|一?催|办|促|$)/u },
  { command: "return", words: /退单/u },
  { command: "hold", words: /挂账/u },
  { command: "dispatch", words: /派单|派给|改派|转派/u },
];

/** And do not: 别撤, 不签. */
export const NOT_SAID = /(?:不|别|甭|莫|勿|没|未)(?:要|用|想|能|必|再|给)*(?:撤|签|催|退|挂|派|转)/u;
/** 签收的时候, 撤回的那件: spoken of, and not asked for. */
export const SPOKEN_OF =
  /(?:撤[回销掉了]?|签[收掉了]?|催[办促]?|退单|挂账|派[单给]?)(?:的|过|时|率|期|后|前|以后|之后)/u;
