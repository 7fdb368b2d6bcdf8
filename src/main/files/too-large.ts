/** More rows than the format can hold: Excel and Calc end at row 1,048,576. */
export class TooLargeError extends Error {}
export const mostRows = 1_048_576
