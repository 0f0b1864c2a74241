import { MAX_CELLS, MAX_TEXT } from '@/data/format/keep-rows'
import type { XmlProblem } from '@/data/format/walk-xml'
import { walkPart } from '@/data/format/xlsx-parts'

/** Texts that cells refer to by number. Pieces of rich text are joined; how a word is pronounced (`rPh`) is no part of it. */
export function readSharedStrings(bytes: Uint8Array): { strings: string[]; problem: XmlProblem | null } {
  const strings: string[] = []
  const text = collectText()
  const problem = walkPart(bytes, {
    open(name) {
      text.open(name)
      if (name === 'si') text.clear()
    },
    text: text.add,
    close(name) {
      text.close(name)
      if (name === 'si') strings.push(text.value())
    },
    // No sheet can use more of them.
    isDone: () => strings.length > MAX_CELLS,
  })
  return { strings, problem }
}

/** Collects the text of `t` elements outside of pronunciation, for shared and for inline texts. */
export function collectText() {
  let value = ''
  let isInText = false
  let isInPronunciation = false
  return {
    open(name: string): void {
      if (name === 'rPh') isInPronunciation = true
      else if (name === 't') isInText = true
    },
    add(text: string): void {
      // One sign more than is kept, so that a cut is seen.
      if (isInText && !isInPronunciation && value.length <= MAX_TEXT) value += text.slice(0, MAX_TEXT + 1)
    },
    close(name: string): void {
      if (name === 'rPh') isInPronunciation = false
      else if (name === 't') isInText = false
    },
    clear(): void {
      value = ''
    },
    value: (): string => unescapeText(value),
  }
}

/** Signs that XML cannot hold are written `_x000D_`; a text that looks like that has its line escaped, `_x005F_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
}
