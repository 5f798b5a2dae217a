import fc from "fast-check";
import { inject } from "vitest";

// «npm test» tries the same values each time, so that whether a change passes is not a matter of luck. Where a test
// is run by hand, and in the long tests, they are others each time, and a failure prints its seed.
const seed = inject("seed");
fc.configureGlobal(seed === undefined ? {} : { seed });
