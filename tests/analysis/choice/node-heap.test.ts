import { describe, expect, it } from 'vitest'
import { NodeHeap } from '@/analysis/choice/node-heap'

const node = (bound: number) => ({ fixed: new Int8Array(0), price: new Float32Array(0), bound })

describe('NodeHeap', () => {
  it('gives the largest bound first, of equals the newest', () => {
    const heap = new NodeHeap()
    const nodes = [3, 7, 5, 7, 1, 6].map(node)
    nodes.forEach((item) => heap.push(item))
    expect([heap.size, heap.best]).toEqual([6, 7])
    const order = nodes.map(() => heap.pop())
    expect(order.map(({ bound }) => bound)).toEqual([7, 7, 6, 5, 3, 1])
    expect(order[0]).toBe(nodes[3])
    expect([heap.size, heap.best]).toEqual([0, -Infinity])
  })
})
