/** What stands in the ledger and the record in place of somebody who was forgotten. */
export const FORGOTTEN = "（已隐去）";
