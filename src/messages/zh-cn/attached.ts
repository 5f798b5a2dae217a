/** What is said of pictures and files that are sent with a form of a page. */

const MOST_MB = "20 MB";

/** Beside the field, and what opens it. */
export const ATTACH = {
  open: "附图片或文件",
  pictures: (most: number) => `照片（可不传，最多 ${most} 张，每张不超过 ${MOST_MB}）`,
  all: (most: number) => `图片或文件（可不传，最多 ${most} 个，每个不超过 ${MOST_MB}）`,
} as const;

const TAKEN = {
  pictures: "请选 JPG、PNG、GIF、WebP、BMP、HEIC 或 TIFF 图片",
  all: "请选图片，或者 PDF、Word、Excel、PPT、WPS 文件",
} as const;

const ONE = { pictures: "张照片", all: "个文件" } as const;

/** What is wrong with what was sent, in a sentence that says what to do. */
export const WRONG_FILES = {
  many: (takes: keyof typeof ONE, most: number) =>
    `最多 ${most} ${ONE[takes]}，请少选几${ONE[takes].slice(0, 1)}再提交。`,
  large: (takes: keyof typeof ONE, place: number) =>
    `第 ${place} ${ONE[takes]}超过 ${MOST_MB}，请压缩或换一${ONE[takes].slice(0, 1)}再提交。`,
  type: (takes: keyof typeof ONE, place: number) =>
    `第 ${place} ${ONE[takes]}不是能接收的格式：${TAKEN[takes]}，再提交一次。`,
  empty: (takes: keyof typeof ONE, place: number) => `第 ${place} ${ONE[takes]}是空的，请重新选择再提交。`,
  broken: "上传没有完成，没有提交。请检查网络后再提交一次。",
  huge: "选的文件太大，没有提交。请减少或压缩后再提交。",
  busy: "现在上传的人太多，没有提交。请稍等一会儿再点一次「提交」，或者先不带照片提交。",
  unkept: "照片或文件没有保存下来，没有提交。请稍后再试，或者先不带照片提交。",
} as const;

/** Behind any problem of a form with which files were sent: browsers do not choose them again. */
export const CHOOSE_AGAIN = "照片和文件请重新选择。";

/** What is sent once more with other pictures is filed already. */
export const FILED_WITHOUT = "这件诉求刚才已经收到，这一次的照片没有加上。需要的话请在下面「补充」时上传。";
