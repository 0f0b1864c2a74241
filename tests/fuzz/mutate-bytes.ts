import { integerBetween, pick, type Random } from '@/cli/synthesize/random'

export type Mutate = (random: Random, bytes: Uint8Array) => Uint8Array

const BYTES = [0, 1, 9, 10, 13, 26, 32, 34, 38, 39, 44, 45, 46, 48, 57, 60, 62, 91, 92, 93, 123, 125, 127, 128, 191, 192, 254, 255]
const INTEGERS = [0, 1, -1, 2, 127, 255, 256, 32_767, 65_535, 65_536, 2_147_483_647, -2_147_483_648, 2_147_483_646]
const DOUBLES = [0, -0, 1, NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324, 1e-39, -1e39, 181, 1e9]
/** Numbers as text that parsers stumble on. */
export const NUMBER_TEXTS = ['0', '-0', '-1', '1e999', '-1e999', '1e-999', 'NaN', 'Infinity', '-Infinity', '0x10', '1_0', '٣', '１２', '9'.repeat(400), '2147483648', '-2147483649', '9007199254740993', '1048577', '0.1e', '+', '.', '1,5', '']
/** What means something to one of the formats, put where it does not belong. */
const TOKENS = [
  '"__proto__":{"polluted":1},', '"constructor":{"prototype":{"polluted":1}},', '__proto__', 'constructor', 'prototype', '[[', ']]', '{', '}', '[', ']', ',', ':', 'null', 'true', '\\u0000', '\\ud800', '"',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>', '<!-- ', '-->', '<![CDATA[', ']]>', '<?xml version="1.0" encoding="UTF-16"?>', '&amp;', '&#0;', '&#x110000;', '&constructor;', '<', '>', '/>', '</', '_x0000_', '_xD800_',
  ' r="XFD1048576"', ' r="A0"', ' t="e"', ' t="s"', ' s="-1"', '<row r="1048576"/>', '<mergeCell ref="A1:XFD1048576"/>', '""', '","', '\r', '\n', '\r\n', '\t', ';', '\0', '\uFEFF', '\u202E', 'PK\u0003\u0004', 'PK\u0005\u0006',
].map((token) => new TextEncoder().encode(token))

const ways: readonly Mutate[] = [flipBit, flipBit, setByte, insertBytes, deleteRange, truncate, repeatRange, swapRanges, binaryNumber, binaryNumber, textNumber, textNumber, insertToken, insertToken, manyTokens]

/** One change of a file whose structure is not looked at. */
export const mutateBytes: Mutate = (random, bytes) => pick(random, ways)(random, bytes)

function flipBit(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  if (copy.length > 0) copy[place(random, copy)]! ^= 1 << integerBetween(random, 0, 7)
  return copy
}
function setByte(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  if (copy.length > 0) copy[place(random, copy)] = pick(random, BYTES)
  return copy
}
function insertBytes(random: Random, bytes: Uint8Array): Uint8Array {
  return spliced(bytes, place(random, bytes), 0, Uint8Array.from({ length: integerBetween(random, 1, 8) }, () => integerBetween(random, 0, 255)))
}
function deleteRange(random: Random, bytes: Uint8Array): Uint8Array {
  return spliced(bytes, place(random, bytes), length(random, bytes), new Uint8Array())
}
function truncate(random: Random, bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, place(random, bytes))
}
function repeatRange(random: Random, bytes: Uint8Array): Uint8Array {
  const at = place(random, bytes)
  return spliced(bytes, at, 0, bytes.slice(at, at + length(random, bytes)))
}
function swapRanges(random: Random, bytes: Uint8Array): Uint8Array {
  const [one, other] = [place(random, bytes), place(random, bytes)].sort((a, b) => a - b) as [number, number]
  const size = Math.min(length(random, bytes), other - one)
  return spliced(spliced(bytes, other, size, bytes.slice(one, one + size)), one, size, bytes.slice(other, other + size))
}
function binaryNumber(random: Random, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const at = place(random, copy)
  const view = new DataView(copy.buffer)
  const isLittle = random() < 0.5
  if (random() < 0.4 && at + 8 <= copy.length) view.setFloat64(at, pick(random, DOUBLES), isLittle)
  else if (random() < 0.7 && at + 4 <= copy.length) view.setInt32(at, pick(random, INTEGERS), isLittle)
  else if (at + 2 <= copy.length) view.setInt16(at, pick(random, INTEGERS), isLittle)
  return copy
}
/** Puts another number where digits stand. */
function textNumber(random: Random, bytes: Uint8Array): Uint8Array {
  const isDigit = (at: number) => bytes[at]! >= 48 && bytes[at]! <= 57
  const start = place(random, bytes)
  for (let step = 0; step < bytes.length; step++) {
    const at = (start + step) % bytes.length
    if (!isDigit(at)) continue
    let end = at
    while (end < bytes.length && (isDigit(end) || bytes[end] === 46)) end++
    return spliced(bytes, at, end - at, new TextEncoder().encode(pick(random, NUMBER_TEXTS)))
  }
  return bytes
}
function insertToken(random: Random, bytes: Uint8Array): Uint8Array {
  return spliced(bytes, place(random, bytes), 0, pick(random, TOKENS))
}
/** A token so often that what is not linear shows; seldom, as it is slow. */
function manyTokens(random: Random, bytes: Uint8Array): Uint8Array {
  const token = pick(random, TOKENS)
  const times = random() < 0.05 ? 5000 : 100
  const many = new Uint8Array(token.length * times)
  for (let at = 0; at < times; at++) many.set(token, at * token.length)
  return spliced(bytes, place(random, bytes), 0, many)
}

const place = (random: Random, bytes: Uint8Array): number => Math.floor(random() * bytes.length)
const length = (random: Random, bytes: Uint8Array): number => integerBetween(random, 1, Math.max(1, Math.min(bytes.length >> 1, 200)))

/** A copy with some bytes taken out and others put in their place. */
export function spliced(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, at + removed))
  const result = new Uint8Array(at + added.length + rest.length)
  result.set(bytes.subarray(0, at))
  result.set(added, at)
  result.set(rest, at + added.length)
  return result
}
