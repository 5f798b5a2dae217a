/** A dot that clients take for one of an address: before Latin letters or the end of a Chinese or Russian domain, or behind www. */
export const DOT_OF_AN_ADDRESS = /\.(?=[A-Za-z]{2}|рф|中国|公司|网络)|\.(?<=www\.)/gi;

/** What calls the number behind it a telephone number: the source of a pattern. */
export const CALLED_TELEPHONE = "(?:电话|座机|固话|手机|联系方式|[Tt][Ee][Ll])";
