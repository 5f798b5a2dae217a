import { isOfficial } from "../../domain/issue/issue.ts";
import { doing, steps } from "./make.ts";
import type { Step, Understood } from "./outcome.ts";
import type { Reading } from "./reading.ts";
import { describedIn, mayMove } from "./sight.ts";
import { OTHERS_SIGNED } from "./zh-cn-work.ts";

/** 4、6和刚来的几个路的我都签了: beside those whose numbers are said the others are shown, so that none is left out unsaid. Null: no others are spoken of. */
export function othersSigned(reading: Reading): Understood | null {
  const { plain, referred, situation } = reading;
  const groups = isOfficial(situation.who) && referred.length > 0 ? OTHERS_SIGNED.exec(plain)?.groups : undefined;
  if (groups === undefined) return null;
  const signable = situation.issues.filter((one) => one.state === "dispatched" && mayMove("sign", one));
  const others = signable.filter((one) => !referred.includes(one));
  const called = describedIn(groups["words"] ?? "", others);
  const sign = (kind: "do" | "offer", number: number): Step => ({ kind, doing: doing("sign", reading, number) });
  return steps(
    "others-signed",
    ...referred.map(({ number }) => sign("do", number)),
    ...(called.length > 0 ? called : others).map(({ number }) => sign("offer", number)),
  );
}
