/**
 * Memoises a function per object, for as long as the object lives. For pure functions of objects that are never modified: a story is told
 * again with each item that joins, while its other items stay the same.
 */
export function oncePerObject<O extends object, R>(compute: (object: O) => R): (object: O) => R {
  const known = new WeakMap<O, R>()
  return (object) => {
    if (known.has(object)) return known.get(object) as R
    const result = compute(object)
    known.set(object, result)
    return result
  }
}
