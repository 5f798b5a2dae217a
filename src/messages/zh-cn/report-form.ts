/** The form for companies (扫码填报), the page behind its link, and the sheet with its QR code. */

export const FORM = {
  title: "企业诉求填报",
  lead: "请写清楚是哪家企业、什么事。提交后会得到一个编号和一个专用链接，凭链接查看进展、确认结果。",
  company: "企业名称",
  phone: "联系电话",
  phoneHint: "只给营商办和办理单位看，用来和您联系",
  text: "诉求内容",
  send: "提交",
} as const;

export const WRONG = {
  over: "这个页面打开得太久了，还没有提交。内容都在，请再点一次「提交」。",
  another: "这一页刚才提交过另一件，那件已经收到。这一件还没有提交：请再点一次「提交」。",
  company: "请填写企业名称，2 到 60 个字。",
  several: "有几家企业的名称都和这个相近，请填写营业执照上的全称。",
  phone: "请填写能打通的手机或座机号码，座机要带区号，例如 13800001111 或 0746-8888888。",
  text: "请写明诉求内容。",
  often: "您提交得太频繁，这一次没有提交。请稍后再试，或者直接联系营商办。",
  busy: "现在提交的人太多，这一次没有提交。请稍后再试。",
} as const;

export const FOLLOW = {
  title: (id: number) => `诉求 #${id}`,
  keep: "请收藏本页或截图保存链接：凭它查看进展、补充情况、确认结果。链接不要转给别人，谁有链接谁就能看到这件诉求。",
  said: "您的诉求",
  course: "进展",
  nothing: "还没有新的进展。",
  doing: "您可以",
  unknown: "这个链接不对，或者不完整。请用提交后给您的那个链接。",
  often: "操作太频繁，这一次没有做任何改动。请稍后再试。",
  unchanged: "这一步现在不能做，没有做任何改动。请刷新后再看。",
} as const;

export const POSTER = {
  title: "扫码填报诉求",
  lead: "用手机扫一扫，反映企业的困难和诉求",
  steps: [
    "扫码，填写企业名称、联系电话和诉求内容",
    "提交后记下编号，收藏专用链接",
    "凭链接查看进展，办结后请确认和评价",
  ],
  address: "也可以在浏览器里打开",
  print: "按 Ctrl+P 打印这一页",
  alt: "填报页面的二维码",
} as const;

/** How somebody is called whom only a form tells of. */
export const byFormText = (phone: string) => `扫码填报，电话 ${phone}`;
