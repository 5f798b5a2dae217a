import { freshDatabase } from "./databases.ts";
import { Outside } from "./outside.ts";
import { Program } from "./program.ts";
import { SilentRoad } from "./silent-road.ts";

const ORG = `
park: { name: 园区 }
departments:
  - { code: power, name: 供电公司 }
categories:
  - { code: power, name: 用电, department: power, keywords: [停电] }
enterprises:
  - { code: zhongsu, name: 湖南中塑科技有限公司 }
people:
  - { name: 周长友, role: liaison, enterprise: zhongsu, wecom: zhou, dingtalk: "0310021" }
chats:
  - { code: qiye, platform: wecom, chatId: wrkQiye, name: 企业群, audience: enterprise, webhook: "\${WECOM}/cgi-bin/webhook/send?key=qiye" }
  - { code: qiye2, platform: dingtalk, chatId: "cidQiye==", name: 企业钉钉群, audience: enterprise }
`;

/** The real program on a PostgreSQL that can be made to hang. `closers`: what has to be ended, in this order reversed. */
export async function onHangingDatabase(closers: (() => Promise<unknown>)[]) {
  const files = await freshDatabase("postgresql");
  closers.push(() => files.drop());
  const { road, url } = await SilentRoad.to(files.databaseUrl ?? "");
  closers.push(() => road.close());
  let program: Program | undefined;
  const outside = await Outside.open(files.dataDir, ORG, () => program?.url ?? "");
  closers.push(() => outside.close());
  program = await Program.start({ ...outside.env, DATA_DIR: files.dataDir, DATABASE_URL: url });
  closers.push(() => program.kill());
  await outside.moveClock(program, { at: "2025-11-17T09:00:00+08:00" });
  return { files, road, outside, program };
}
