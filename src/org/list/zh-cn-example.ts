import type { Org } from "../../domain/park/org.ts";

/** What the empty list shows: an invented row in each sheet, and how to fill them in. */

export const EXAMPLE_ORG: Pick<
  Org,
  "park" | "departments" | "categories" | "enterprises" | "people" | "chats" | "digests"
> = {
  park: { name: "永州经开区", timeZone: "Asia/Shanghai", workingHours: ["08:30-12:00", "14:30-17:30"] },
  departments: [
    {
      code: "economy",
      name: "经济发展局",
      aliases: ["经发局"],
      duties: "负责工业运行、技术改造、节能降耗和项目申报",
      level: "park",
    },
    { code: "power", name: "供电公司", aliases: ["国网永州供电", "供电局"], level: "city", trackedBy: "economy" },
  ],
  categories: [
    {
      code: "power",
      name: "用电",
      aliases: [],
      department: "power",
      keywords: ["停电", "跳闸", "增容"],
      answerDays: 5,
    },
  ],
  enterprises: [{ code: "zhongsu", name: "湖南中塑科技有限公司", aliases: ["中塑科技"] }],
  people: [
    { name: "周长友", role: "liaison", enterprise: "zhongsu", phone: "0746-8880001" },
    { name: "王建国", role: "head", department: "power", phone: "0746-8880002", dingtalk: "0254571" },
    { name: "李敏", role: "coordinator", wecom: "limin" },
  ],
  chats: [
    { code: "qiye", platform: "wecom", chatId: "wrkSFfCgAAxxxxxx", name: "园区企业群", audience: "enterprise" },
    {
      code: "gongdian",
      platform: "dingtalk",
      chatId: "cidXXXX==",
      name: "供电公司群",
      audience: "department",
      department: "power",
    },
  ],
  digests: [{ chat: "qiye", kind: "enterprise-weekly", cron: "0 17 * * 5" }],
};

export const ABOUT_LINES: readonly string[] = [
  "茶叙园区名单：填写说明",
  "每个工作表的第一行是表头，请保留；列的先后可以调换，用不到的列可以删去。以“示例：”开头的行只作示范，不会导入，可以留着。",
  "园区：园区名称必填；上班时间用顿号隔开，例如 08:30-12:00、14:30-17:30。",
  "单位：承办诉求的部门和单位。简称用顿号隔开，群里说简称也认得。职责写一两句话，说明这个单位管什么，拿不准时按它给出建议。市级单位请写对口部门，由它跟踪办理。",
  "诉求类别：责任清单。诉求里出现关键词就派给责任单位；答复天数是工作日，不填按默认。",
  "企业：写营业执照上的全称，简称用顿号隔开。",
  "人员：角色从下拉框选。企业联络员写企业，经办人和负责人写单位，协调员、领导、管理员不用写。姓名不能重复，重名请加以区分，例如“王伟（供电）”。",
  "人员的企业微信账号和钉钉 userId 不知道可以不填：本人给机器人发“我是 姓名 手机号”，由协调员核实后自动认得。至少给一位协调员填上账号。",
  "手机、账号、群编号的格子是文本格式，前面的 0 才不会丢；从别处粘贴请选“只粘贴文本”。",
  "群：群编号不知道可以不填，这个群先不导入。把机器人拉进群并 @ 它，它会回复群编号，填上再导入一次。用途是部门群的要写单位。",
  "webhook 和加签密钥是密码，请勿外传；也可以写 ${名称}（大写字母、数字和下划线），真正的值写在服务器的 .env 里。",
  "汇报：可以不填。时间写“每周五 17:00”“每天 08:30”“工作日 08:30”。",
  "代码：可以不填，导入时自动编。改名时请写上原来的代码，否则会当作新的一条。",
  "填好后运行：npm run org -- import 名单.xlsx。改了再导入一次也可以：名单里没有的和空着的格子，机构文件里原来怎样还是怎样。",
];
