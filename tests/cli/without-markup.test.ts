import { describe, expect, it } from 'vitest'
import { compileTemplate } from 'vue/compiler-sfc'
import { withoutMarkup } from '@/cli/without-markup.mjs'

const source = `<div>${'<p class="note">text</p>'.repeat(30)}</div>`
const compile = (nodeTransforms: (typeof withoutMarkup)[]) =>
  compileTemplate({ source, filename: 'A.vue', id: 'a', compilerOptions: { nodeTransforms } }).code

describe('withoutMarkup', () => {
  it('keeps static elements from becoming one string of markup', () => {
    expect(compile([])).toContain('createStaticVNode')
    expect(compile([withoutMarkup])).not.toContain('createStaticVNode')
    expect(compile([withoutMarkup])).toContain('_cache[0]') // made once all the same
  })
})
