/** The commands that a sentence about the org file names. */

export const NOTE = "备注";
export const DUTY = "值班";
export const VERIFY = "核实";
