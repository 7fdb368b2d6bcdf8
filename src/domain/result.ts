/** An expected outcome: a value, or a failure that the caller must handle. Bugs still throw. */
export type Result<Value, Failure> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure }

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })
export const failed = <Failure>(error: Failure): Result<never, Failure> => ({ ok: false, error })

/** Marks the impossible branch of an exhaustive switch; throws, since reaching it is a bug. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
