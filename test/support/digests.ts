/** What every digest of these tests keeps: made on time on Friday, 2026-11-20, 17:00. */
export const FRIDAY = { to: "2026-11-20T09:00:00.000Z", late: false } as const;

const COUNTS = { collected: 95, measured: 92, solved: 82, open: 13 };
export const NO_COUNTS = { collected: 0, measured: 0, solved: 0, open: 0 };

/** A digest of each kind with nothing in its lists. */
const WEEK = { ...FRIDAY, from: "2026-11-13T09:00:00.000Z", total: COUNTS, week: COUNTS };
export const EMPTY = {
  weekly: { ...WEEK, kind: "enterprise-weekly", raised: [], moved: [], solved: [], next: [] },
  department: {
    ...FRIDAY,
    kind: "department-daily",
    department: "works",
    unsigned: [],
    overdue: [],
    dueToday: [],
    awaiting: [],
    helping: [],
    supervised: [],
  },
  leaders: {
    ...WEEK,
    kind: "supervision-weekly",
    before: COUNTS,
    rates: [],
    overdue: [],
    holds: [],
    supervised: [],
    categories: [],
  },
  coordinator: {
    ...FRIDAY,
    kind: "coordinator-daily",
    undispatched: [],
    unsigned: [],
    requests: [],
    supervised: [],
    overdue: 0,
    dead: 0,
  },
} as const;
