import type { CoverPart } from '@/analysis/choice/cover-part'

/**
 * What rows are worth at given prices of the groups: the sum of the prices of their groups, or with a capacity the most
 * that so many people can cost (the dearest people first).
 */
export class RowPrices {
  private readonly part: CoverPart
  /** 1: the row can serve all its people, so its capacity does not matter. */
  private readonly isRoomy: Uint8Array | null
  /** Entries of each limited row, the dearest last time first, so that sorting again is quick. */
  private readonly order: Uint32Array | null
  private readonly unitPrice: Float64Array

  constructor(part: CoverPart) {
    const { rowCount, starts, point, people, capacity } = part
    this.part = part
    this.order = capacity && Uint32Array.from(point, (_, e) => e)
    this.unitPrice = new Float64Array(capacity ? part.groupCount : 0)
    this.isRoomy = capacity && new Uint8Array(rowCount)
    for (let r = 0; capacity && r < rowCount; r++) {
      let sum = 0
      for (let e = starts[r]!; e < starts[r + 1]!; e++) sum += people[point[e]!]!
      this.isRoomy![r] = sum <= capacity[r]! ? 1 : 0
    }
  }

  /** Writes the value of every row. */
  valueRows(price: Float64Array, value: Float64Array): void {
    const { rowCount, starts, point, people } = this.part
    for (let i = 0; i < this.unitPrice.length; i++) this.unitPrice[i] = price[i]! / people[i]!
    for (let r = 0; r < rowCount; r++) {
      if (this.isRoomy?.[r] === 0) {
        value[r] = this.valueLimited(r)
        continue
      }
      let sum = 0
      for (let e = starts[r]!, end = starts[r + 1]!; e < end; e++) sum += price[point[e]!]!
      value[r] = sum
    }
  }

  private valueLimited(row: number): number {
    const { starts, point, people, capacity } = this.part
    const { unitPrice } = this
    const order = this.order!
    const [from, to] = [starts[row]!, starts[row + 1]!]
    for (let at = from + 1; at < to; at++) {
      const entry = order[at]!
      const price = unitPrice[point[entry]!]!
      let to = at
      for (; to > from && unitPrice[point[order[to - 1]!]!]! < price; to--) order[to] = order[to - 1]!
      order[to] = entry
    }
    let left = capacity![row]!
    let sum = 0
    for (let at = from; at < to && left > 0; at++) {
      const i = point[order[at]!]!
      const served = Math.min(left, people[i]!)
      sum += served * unitPrice[i]!
      left -= served
    }
    return sum
  }

  /** Adds how often the picked rows count each group, at the prices last valued. */
  countPicked(isPicked: Uint8Array, count: Float64Array): void {
    const { rowCount, starts, point, people, capacity } = this.part
    for (let r = 0; r < rowCount; r++) {
      if (!isPicked[r]) continue
      const [from, to] = [starts[r]!, starts[r + 1]!]
      if (this.isRoomy?.[r] === 0) {
        let left = capacity![r]!
        for (let at = from; at < to && left > 0; at++) {
          const i = point[this.order![at]!]!
          const served = Math.min(left, people[i]!)
          count[i]! += served / people[i]!
          left -= served
        }
      } else {
        for (let e = from; e < to; e++) count[point[e]!]!++
      }
    }
  }
}
