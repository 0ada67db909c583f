/** An integer: a number of at most 2^53 - 1 in size, or a BigInt of any size. */
export type Integer = number | bigint;
