/** A custom robot that asks for keywords refuses the messages without one, and takes the others (310000). */
export const NO_KEYWORD = /keyword|关键[词字]/i;

/** 310000, too: the address that calls is not on the robot's allow-list. */
export const NOT_ON_ALLOW_LIST = /whitelist|\bip\b|白名单/i;
