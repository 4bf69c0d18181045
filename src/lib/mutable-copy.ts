/** The same shape, all of which may be changed. */
export type Mutable<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly [unknown, ...unknown[]]
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T extends readonly (infer Element)[]
      ? Mutable<Element>[]
      : { -readonly [Key in keyof T]: Mutable<T[Key]> }

/** A copy down to the last value, for what asks for a type that may be changed: zod's, for one. */
export function mutableCopy<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>
}
