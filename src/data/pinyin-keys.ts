/** Keys by which a name can be found: the name itself, full pinyin, initials, all lower case and without spaces. */
export async function pinyinKeys(names: readonly string[]): Promise<string[][]> {
  const { pinyin } = await import('pinyin-pro')
  const read = (name: string, pattern: 'pinyin' | 'first'): string =>
    pinyin(name, { pattern, toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('').replaceAll(/\s+/g, '').toLowerCase()
  return names.map((name) => [...new Set([name.toLowerCase().replaceAll(/\s+/g, ''), read(name, 'pinyin'), read(name, 'first')])])
}
