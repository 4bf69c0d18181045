import type { ByteReader } from './byte-stream.ts'

/** Reads the length of a list, and then its values. */
export function readList<T>(from: ByteReader, read: (from: ByteReader) => T): T[] {
  const list: T[] = []
  for (let left = from.count(); left > 0; left--) list.push(read(from))
  // A copy of the exact length: an array that was pushed to has room for sixteen more.
  return list.slice()
}

export function readCount(from: ByteReader): number {
  return from.count()
}
