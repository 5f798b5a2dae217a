/** Why a platform did not take a message, in a sentence: what it said itself stands behind it, for who looks it up. */

const WHAT: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:40058|40035|44004|invalidParameter(?:\..*)?|invalid\..*|miss\..*|contain\..*|400105|400106)$/u,
    "平台不接受这条消息的内容或格式",
  ],
  [/^(?:93000|93008|400101|300005)$/u, "群的 webhook 地址已失效，请在群里重新取得并填入机构文件"],
  [/^(?:93006|conversation\..*|group\.disbanded)$/u, "群的编号（chatid）不对，或机器人已不在这个群里"],
  [
    /^(?:40001|40013|40014|40056|41001|42001|43004|853000|InvalidAuthentication.*|invalidClientId.*)$/u,
    "平台不认应用的凭证，请核对密钥和编号",
  ],
  [/^60020$|white_?list|ip\.?not/iu, "服务器的 IP 不在平台的白名单里"],
  [
    /^(?:45009|45033|90018|90002|130101|410100|846601|.*QpsLimit.*|.*too\.?fast)$/iu,
    "发送太频繁，被平台限制，稍后再试",
  ],
  [/^(?:90020|90030|.*ApiCountLimitForOrg.*)$/u, "平台的调用额度已用完"],
  [
    /^(?:40003|60011|60111|81013|86004|staffId\.notExisted|robot\.oto\.notExist)$/u,
    "平台没有这个成员，或他不在应用的可见范围里",
  ],
  [
    /^(?:48002|60011|Forbidden\..*|bot\.stopped|template\.stopped|send\.forbidden|400102|310000|.*robotCode\..*)$/u,
    "平台不许机器人这样发送，请检查机器人的权限和安全设置",
  ],
  [/^(?:40009|853001|460101|101002|receivers\.exceed)$/u, "消息太长或收件人太多，平台不收"],
  [/^(?:40004|40005|40006|40007|40008)$/u, "平台不收这张图片或这个文件"],
  [/^(?:846605|846608|300001)$/u, "回复期已过，平台不再接收这条回复"],
  [/^(?:-1|15|88|6000|50\d{4}|system\..*|resource\.unavailable|.*[Uu]navailable.*)$/u, "平台系统繁忙，稍后再试"],
];

const UNKNOWN = "平台没有接收，原因请按代码查平台文档";

const CODE = /^(?:HTTP (\d+) )?errcode ([^\s:]+):?(?: (.*))?$/su;
const STATUS = /^HTTP (\d+)(?: (.*))?$/su;

const STATUSES: Readonly<Record<string, string>> = {
  "401": "平台不认应用的凭证，请核对密钥和编号",
  "403": "平台不许这样发送，请检查权限和白名单",
  "404": "平台没有这个地址，请核对配置",
  "408": "平台长时间没有响应",
  "413": "图片、文件或消息太大，平台不收",
  "429": "发送太频繁，被平台限制，稍后再试",
};

/** The sentence for a stored reason that names a platform's code; null where it names none. The code stands behind it as it came. */
export function codeText(reason: string): string | null {
  const [, , code] = CODE.exec(reason) ?? [];
  if (code !== undefined) return behind(WHAT.find(([pattern]) => pattern.test(code))?.[1] ?? UNKNOWN, reason);
  const [, status = ""] = STATUS.exec(reason) ?? [];
  if (status === "") return null;
  return behind(
    STATUSES[status] ?? (status >= "500" ? "平台系统繁忙，稍后再试" : "对方的回答不是平台的，可能被代理或网关拦住"),
    reason,
  );
}

function behind(sentence: string, reason: string): string {
  return `${sentence}（${reason}）`;
}
