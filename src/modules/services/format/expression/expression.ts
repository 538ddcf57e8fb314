/** `["equals", ["field", "shared"], true]`: a literal, or an operator of the closed list with its arguments. */
export type Expression = string | number | boolean | null | readonly [string, ...Expression[]];
