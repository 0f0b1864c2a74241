import { describe, expect, it } from 'vitest'
import { localName, walkXml } from '@/data/format/walk-xml'

/** What a visitor is told, as one line. */
function told(xml: string | string[]): { problem: ReturnType<typeof walkXml>; said: string } {
  const said: string[] = []
  const problem = walkXml(xml, {
    open: (name, attributes) => void said.push(`<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`).join('')}>`),
    text: (text) => void said.push(text), close: (name) => void said.push(`</${name}>`),
  })
  return { problem, said: said.join('') }
}

describe('walkXml', () => {
  it('tells elements without prefix, also where it is not declared, texts and CDATA', () => {
    expect(told('\n<?xml version="1.0"?><a:x b:id="1"><gx:y/>1 &lt; 2 &#x7ea2;<![CDATA[<!DOCTYPE html>&amp;]]></a:x>'))
      .toEqual({ problem: null, said: '<x b:id=1><y></y>1 < 2 红<!DOCTYPE html>&amp;</x>' })
  })

  it('does the same for pieces cut anywhere', () => {
    const xml = '<?xml version="1.0"?><x a="&quot;">红𠮷&amp;</x>'
    for (let at = 1; at < xml.length; at++) expect(told([xml.slice(0, at), xml.slice(at)])).toEqual(told(xml))
  })

  it.each(['<!DOCTYPE x><x/>', '<?xml version="1.0"?>\n<!-- <x> -->\n<!doctype x [<!ENTITY a "b">]><x>&a;</x>', '<?a <b?><!DOCTYPE x', '  <!DOCTYPE x>'])('refuses %s', (xml) => {
    expect(told(xml)).toEqual({ problem: { code: 'xml-doctype', params: {} }, said: '' })
  })

  it('refuses a DOCTYPE behind a very long comment', () => {
    expect(told(`<!--${'x'.repeat(200_000)}--><!DOCTYPE x><x/>`).problem).toEqual({ code: 'xml-doctype', params: {} })
  })

  it.each([
    ['<x>', 'unclosed'], ['<x>A & B</x>', 'entity'], ['<x>A &B</x>', 'entity'], ['<x y="A & B"/>', 'entity'], ['<x><![CDATA[a & b]]>', 'unclosed'], ['<x><!-- & -->&amp;', 'unclosed'], ['<x></y>', 'mismatch'], ['<x>&nbsp;</x>', 'entity'], ['<x>&constructor;</x>', 'entity'], ['<x>\u0001</x>', 'character'], ['', 'root'], ['<x a=1/>', 'syntax'], ['<x a="1" a="2"/>', 'syntax'],
  ])('tells what is wrong with %s', (xml, problem) => {
    expect(told(xml).problem).toMatchObject({ code: 'xml-broken', params: { line: 1, problem } })
  })

  it('names the line', () => {
    expect(told('<x>\n\n<y></x>').problem).toMatchObject({ params: { line: 3 } })
  })

  it('goes 64 elements deep and no further', () => {
    expect(told('<x>'.repeat(64) + '</x>'.repeat(64)).problem).toBeNull()
    expect(told('<x>'.repeat(65) + '</x>'.repeat(65)).problem).toMatchObject({ params: { problem: 'depth' } })
  })

  it('stops where the visitor has enough', () => {
    let count = 0
    const xml = `<x>${'<y/>'.repeat(100_000)}`
    expect(walkXml(xml, { open: () => void count++, text: () => undefined, close: () => undefined, isDone: () => count > 10 })).toBeNull()
    expect(count).toBeLessThan(50_000)
  })
})

describe('localName', () => {
  it('drops the prefix', () => expect([localName('gx:Track'), localName('Track')]).toEqual(['Track', 'Track']))
})
