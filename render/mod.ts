/**
 * (to come)
 *
 * @module
 */
export {};
