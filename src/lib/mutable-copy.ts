/** The type without `readonly`, at every depth. */
export type Mutable<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly [unknown, ...unknown[]]
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T extends readonly (infer Element)[]
      ? Mutable<Element>[]
      : { -readonly [Key in keyof T]: Mutable<T[Key]> }

/** Returns a deep copy with a mutable type, for libraries that ask for one, such as zod. */
export function mutableCopy<T>(value: T): Mutable<T> {
  return structuredClone(value) as Mutable<T>
}
