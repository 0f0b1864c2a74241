// @vitest-environment node
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

/** Rules that refuse a piece of code, as if it stood in a file of the page. Code that cannot be read is a mistake of the test. */
async function refusals(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return result!.messages.map(({ ruleId, message }) => ruleId ?? `unreadable: ${message}`)
}

const SECURITY = /^((vue\/)?no-restricted-syntax|no-(eval|implied-eval|new-func|script-url|proto)|vue\/no-(v-html|restricted-(v-bind|static-attribute|html-elements)|static-inline-styles))$/
const isRefused = (rules: string[]) => rules.some((rule) => SECURITY.test(rule))

const template = (markup: string) => `<script setup lang="ts">\nimport { x } from '@/ui/x'\n</script>\n\n<template>\n  ${markup}\n</template>\n`

describe('the lint of scripts', () => {
  it.each([
    ['markup set', 'el.innerHTML = x'],
    ['markup replaced', 'el.outerHTML = x'],
    ['markup added', "el.insertAdjacentHTML('beforeend', x)"],
    ['markup by the new method', 'el.setHTML(x)'],
    ['markup without a filter', 'el.setHTMLUnsafe(x)'],
    ['a document of markup', 'Document.parseHTMLUnsafe(x)'],
    ['a popup of markup', 'popup.setHTML(`<b>${x}</b>`)'],
    ['a name in brackets', "el['innerHTML'] = x"],
    ['a name in back quotes', 'el[`innerHTML`] = x'],
    ['a destructured name', 'const { innerHTML } = el'],
    ['a renamed one', 'const { innerHTML: y } = el'],
    ['a destructured name in quotes', "const { 'outerHTML': y } = el"],
    ['a target of destructuring', '({ x: el.innerHTML } = y)'],
    ['a key of properties', "h('div', { innerHTML: x })"],
    ['a reflected name', "Reflect.set(el, 'innerHTML', x)"],
    ['an optional call', 'el?.setHTML?.(x)'],
    ['a parser of markup', "new DOMParser().parseFromString(x, 'text/html')"],
    ['a parser of the window', 'new window.DOMParser()'],
    ['a frame of markup', 'frame.srcdoc = x'],
    ['an attribute of markup', "frame.setAttribute('srcdoc', x)"],
    ['a fragment of markup', 'range.createContextualFragment(x)'],
    ['a written document', 'document.write(x)'],
    ['a written line', 'window.document.writeln(x)'],
    ['a written document in brackets', "document['write'](x)"],
    ['a destructured write', 'const { write } = document'],
    ['eval', 'eval(x)'],
    ['eval of the window', 'window.eval(x)'],
    ['indirect eval', '(0, eval)(x)'],
    ['a function from text', "new Function('x', y)"],
    ['a function from text, called', 'Function(x)()'],
    ['a function of the window', 'new globalThis.Function(x)'],
    ['eval of the worker', 'self.eval(x)'],
    ['a timer from text', "setTimeout('x()', 1)"],
    ['a script link', "a.href = 'javascript:x()'"],
    ['a script link in back quotes', 'a.href = `javascript:${x}`'],
    ['a page in a link', "a.href = 'data:text/html,x'"],
    ['a second policy', "trustedTypes.createPolicy('x', {})"],
    ['a prototype set', 'x.__proto__ = y'],
  ])('refuses %s', async (_, code) => {
    expect(await refusals(`${code}\n`, 'src/ui/a.ts')).toSatisfy(isRefused)
  })

  it('lets text be text', async () => {
    expect(await refusals("el.textContent = x\nstream.write(x)\nconst { write } = stream\na.href = 'https://example.org/'\n", 'src/ui/a.ts')).toEqual([])
  })
})

describe('the lint of templates', () => {
  it.each([
    ['markup of data', '<p v-html="x" />'],
    ['bound markup', '<p :innerHTML="x" />'],
    ['bound markup with a dash', '<p :inner-html="x" />'],
    ['a property of markup', '<p .innerHTML="x" />'],
    ['properties with markup', '<p v-bind="{ innerHTML: x }" />'],
    ['a component with markup', '<component :is="x" :outerHTML="x" />'],
    ['a frame', '<iframe src="x" />'],
    ['a document in a frame', '<x-frame srcdoc="x" />'],
    ['a bound document', '<x-frame :srcdoc="x" />'],
    ['a script link', '<a href="javascript:x()">x</a>'],
    ['a script link after a space', '<a href=" javascript:x()">x</a>'],
    ['a bound script link', `<a :href="'javascript:' + x">x</a>`],
    ['a script', '<component is="script">x</component>'],
    ['a style of the element', '<p style="color: red" />'],
    ['a sink in a handler', '<p @click="$event.target.innerHTML = x" />'],
  ])('refuses %s', async (_, markup) => {
    expect(await refusals(template(markup), 'src/ui/SomePart.vue')).toSatisfy(isRefused)
  })

  it('lets text be text', async () => {
    expect(await refusals(template('<p :title="x">{{ x }}</p>'), 'src/ui/SomePart.vue')).toEqual([])
  })
})
