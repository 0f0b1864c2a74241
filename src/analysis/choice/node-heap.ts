/** A part of the search: rows that are in (1) or out (−1), and the prices of its parent. */
export interface SearchNode {
  fixed: Int8Array
  price: Float32Array
  bound: number
}

/** Nodes by bound, the largest first; of equals the newest. */
export class NodeHeap {
  private readonly items: { node: SearchNode; number: number }[] = []
  private made = 0

  get size(): number {
    return this.items.length
  }

  get best(): number {
    return this.items[0]?.node.bound ?? -Infinity
  }

  push(node: SearchNode): void {
    const { items } = this
    items.push({ node, number: this.made++ })
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1
      if (!this.isAbove(at, up)) break
      ;[items[at], items[up]] = [items[up]!, items[at]!]
      at = up
    }
  }

  pop(): SearchNode {
    const { items } = this
    const top = items[0]!
    const last = items.pop()!
    if (items.length > 0) {
      items[0] = last
      for (let at = 0; ;) {
        let child = 2 * at + 1
        if (child >= items.length) break
        if (child + 1 < items.length && this.isAbove(child + 1, child)) child++
        if (!this.isAbove(child, at)) break
        ;[items[at], items[child]] = [items[child]!, items[at]!]
        at = child
      }
    }
    return top.node
  }

  private isAbove(a: number, b: number): boolean {
    const [x, y] = [this.items[a]!, this.items[b]!]
    return x.node.bound > y.node.bound || (x.node.bound === y.node.bound && x.number > y.number)
  }
}
