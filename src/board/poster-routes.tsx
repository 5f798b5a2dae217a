import { isCoordinator } from "../domain/issue/issue.ts";
import { POSTER } from "../messages/zh-cn/report-form.ts";
import type { Asking, Outcome, Route } from "./page.ts";
import { Sheet } from "./shell.tsx";

/** The sheet with the QR code of the form, to be printed and hung up. */
export const POSTER_ROUTES: readonly Route[] = [{ method: "get", path: "/report/poster", handle: poster }];

async function poster({ deps, conversation }: Asking): Promise<Outcome> {
  if (deps.reports === null || !isCoordinator(conversation.actor)) return { problem: "not-found", status: 404 };
  const address = `${conversation.boardAt()}/report`;
  // Loaded when it is needed first: most processes live long without it.
  const { default: qrcode } = await import("qrcode");
  const code = await qrcode.toDataURL(address, { errorCorrectionLevel: "M", margin: 2, width: 720 });
  return { page: <Poster park={deps.park().org.park.name} address={address} code={code} /> };
}

function Poster({ park, address, code }: { readonly park: string; readonly address: string; readonly code: string }) {
  return (
    <Sheet title={POSTER.title} park={park} look="poster">
      <p class="lead">{POSTER.lead}</p>
      <img src={code} alt={POSTER.alt} width="360" height="360" />
      <ol>
        {POSTER.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        {POSTER.address} <b>{address}</b>
      </p>
      <p class="hint unprinted">{POSTER.print}</p>
    </Sheet>
  );
}
