/** Indices in ascending order of their keys; equal keys stay in order of index. Radix sort, two passes of 16 bits. */
export function sortOrder(keys: Uint32Array): Uint32Array {
  const order = new Uint32Array(keys.length)
  let greatest = 0
  for (let i = 0; i < keys.length; i++) {
    order[i] = i
    if (keys[i]! > greatest) greatest = keys[i]!
  }
  const low = passBy(keys, 0, order)
  return greatest > 0xffff ? passBy(keys, 16, low) : low
}

function passBy(keys: Uint32Array, shift: number, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(0x1_0001)
  for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & 0xffff) + 1]!++
  for (let digit = 0; digit < 0x1_0000; digit++) next[digit + 1]! += next[digit]!
  const sorted = new Uint32Array(keys.length)
  for (let i = 0; i < order.length; i++) {
    const index = order[i]!
    const digit = (keys[index]! >>> shift) & 0xffff
    sorted[next[digit]!] = index
    next[digit]!++
  }
  return sorted
}
