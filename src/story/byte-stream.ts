const ENCODER = new TextEncoder()
const DECODER = new TextDecoder()
const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1
const NO_BYTES = new Uint8Array(0)
const NO_WORDS = new Uint32Array(0)

/** Returns the number of bytes up to the next multiple of four. */
function paddingAt(place: number): number {
  return -place & 3
}

/** Bytes in a part, unless one value alone has more. */
const PART_BYTES = 1 << 18

/**
 * Writes numbers, texts and arrays, in parts that never cut a value in two; `ByteReader` reads them in the same order. Parts can be
 * taken while more is written, so that the output is never in memory as a whole. A part is valid until `full` or `rest` is called
 * again, and is overwritten then: a hundred megabytes of parts were garbage outside the heap, of which V8 tolerates 64.
 */
export class ByteWriter {
  #parts: Uint8Array[] = []
  /** The parts taken last: their buffers are reused. */
  #taken: readonly Uint8Array[] = []
  readonly #free: ArrayBufferLike[] = []
  readonly #bufferBytes: number
  #bytes: Uint8Array = NO_BYTES
  #view: DataView = new DataView(NO_BYTES.buffer)
  #words: Uint32Array = NO_WORDS
  #length = 0

  constructor(partBytes = PART_BYTES) {
    this.#bufferBytes = partBytes + paddingAt(partBytes)
  }

  /** Writes an integer in [0, 2^53). One byte below 128. */
  count(value: number): this {
    let rest = value
    this.#reserve(8)
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.#bytes[this.#length++] = rest
    return this
  }

  float(value: number): this {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
    return this
  }

  /** Writes a number or undefined, which is stored as NaN. */
  optionalFloat(value: number | undefined): this {
    return this.float(value ?? Number.NaN)
  }

  text(value: string): this {
    const encoded = ENCODER.encode(value)
    this.count(encoded.length)
    this.#append(encoded)
    return this
  }

  optionalText(value: string | undefined): this {
    return value === undefined ? this.count(0) : this.count(1).text(value)
  }

  /** Writes words at a multiple of four bytes within the part, so that the reader need not copy them. */
  words(values: Uint32Array): this {
    this.count(values.length)
    if (values.length === 0) return this
    this.#reserve(values.byteLength + paddingAt(this.#length))
    while (paddingAt(this.#length) > 0) this.#bytes[this.#length++] = 0
    // Not by `values.buffer`: a short array lies in the heap until its buffer is requested, and outside of it from then on.
    if (IS_LITTLE_ENDIAN) this.#words.set(values, this.#length / 4)
    else for (const [index, value] of values.entries()) this.#view.setUint32(this.#length + index * 4, value, true)
    this.#length += values.byteLength
    return this
  }

  /** Takes the parts that are full. */
  full(): readonly Uint8Array[] {
    for (const { buffer } of this.#taken) if (buffer.byteLength === this.#bufferBytes) this.#free.push(buffer)
    this.#taken = this.#parts
    this.#parts = []
    return this.#taken
  }

  /** Takes all that has not been taken. */
  rest(): readonly Uint8Array[] {
    this.#endPart(0)
    return this.full()
  }

  #append(more: Uint8Array): void {
    this.#reserve(more.length)
    this.#bytes.set(more, this.#length)
    this.#length += more.length
  }

  #reserve(more: number): void {
    if (this.#length + more > this.#bytes.length) this.#endPart(more)
  }

  #endPart(next: number): void {
    if (this.#length > 0) this.#parts.push(this.#bytes.subarray(0, this.#length))
    const buffer = next <= this.#bufferBytes ? this.#free.pop() : undefined
    this.#begin(buffer ?? new ArrayBuffer(Math.max(next + paddingAt(next), this.#bufferBytes)))
  }

  #begin(buffer: ArrayBufferLike): void {
    this.#bytes = new Uint8Array(buffer)
    this.#view = new DataView(buffer)
    this.#words = new Uint32Array(buffer)
    this.#length = 0
  }
}

/**
 * Reads what `ByteWriter` wrote.
 *
 * @throws RangeError past the end
 */
export class ByteReader {
  readonly #parts: Iterator<Uint8Array>
  #bytes: Uint8Array = NO_BYTES
  /** The bytes as 32-bit words, without the last ones that do not fill a word. */
  #words: Uint32Array = NO_WORDS
  #view: DataView = new DataView(NO_BYTES.buffer)
  #at = 0

  constructor(parts: Iterable<Uint8Array>) {
    this.#parts = parts[Symbol.iterator]()
  }

  count(): number {
    this.#reachPart()
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#view.getUint8(this.#at++)
      value += (byte % 128) * factor
      if (byte < 128) return value
    }
  }

  float(): number {
    this.#reachPart()
    this.#at += 8
    return this.#view.getFloat64(this.#at - 8, true)
  }

  optionalFloat(): number | undefined {
    const value = this.float()
    return Number.isNaN(value) ? undefined : value
  }

  text(): string {
    const encoded = this.#take(this.count())
    return DECODER.decode(encoded)
  }

  optionalText(): string | undefined {
    return this.count() === 0 ? undefined : this.text()
  }

  /** Returns a view of the bytes, valid as long as they are: it must not be changed. */
  words(): Uint32Array {
    const length = this.count()
    if (length === 0) return NO_WORDS
    this.#reachPart()
    this.#at += paddingAt(this.#at)
    const bytes = this.#take(length * 4)
    if (IS_LITTLE_ENDIAN) return new Uint32Array(bytes.buffer, bytes.byteOffset, length)
    const start = this.#at - bytes.length
    return Uint32Array.from({ length }, (_, index) => this.#view.getUint32(start + index * 4, true))
  }

  /** Returns the same as a place within the part: for many short runs that are kept, as each view takes 100 bytes. */
  run(): { readonly words: Uint32Array; readonly start: number; readonly length: number } {
    const own = this.words()
    if (!IS_LITTLE_ENDIAN || own.length === 0) return { words: own, start: 0, length: own.length }
    return { words: this.#words, start: this.#at / 4 - own.length, length: own.length }
  }

  /** Moves on to the next part at the end of one. */
  #reachPart(): void {
    while (this.#at === this.#bytes.length) {
      const next = this.#parts.next()
      if (next.done === true) throw new RangeError('Past the end of the bytes')
      this.#bytes = next.value.byteOffset % 4 === 0 ? next.value : new Uint8Array(next.value)
      this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength)
      this.#words = new Uint32Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength >>> 2)
      this.#at = 0
    }
  }

  #take(length: number): Uint8Array {
    if (length === 0) return NO_BYTES
    this.#reachPart()
    if (this.#at + length > this.#bytes.length) throw new RangeError('Past the end of the bytes')
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}
