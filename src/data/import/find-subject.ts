import { PHASE_WORDS } from '@/data/import/column-words'
import { foldText } from '@/data/import/fold-text'
import type { PlanWords } from '@/data/import/table'
import type { Item, Milestone } from '@/domain/plan'

/** What a text names in the plan. Both are possible: 拆违拆临 is an item and a milestone. */
export interface Subject {
  item: Item | null
  milestone: Milestone | null
}
export type SubjectFinder = (text: string) => Subject

const NOTHING: Subject = { item: null, milestone: null }
const SIGNS = /[\s\p{P}\p{S}]+/gu
/** Words that are not what an item is, only what is done or how far it is. */
const BEHIND = /(?:完成比例|完成率|完成情况|进度|改造|工程|建设|更换|更新|整治|整修|治理|项目|设施|维修|修缮|提升|安装)+$/
/** Words of bureaus for words of the catalogue. What stays ambiguous is not matched. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/自来水|给水/, '供水'], [/燃气|天然气|煤气/, '供气'], [/暖气|供暖|热力/, '供热'], [/电力/, '供电'], [/污水|雨水|下水/, '排水'],
  [/道路|路面硬化|硬化/, '路面'], [/路灯|亮化/, '照明'], [/弱电|线缆|线路入地|架空线/, '飞线'], [/楼道/, '楼梯间'], [/屋顶|楼顶|房顶/, '屋面'],
  [/节能保温|墙体保温|外保温/, '外墙保温'], [/快递柜|信报箱/, '信包箱'], [/车位|停车场|停车位/, '停车'], [/门禁|围墙|监控/, '安防'], [/卫生服务/, '医疗'], [/日间照料/, '养老'], [/绿化景观|景观/, '绿化'],
]
const LEAST = 2
const MOST_KEPT = 20_000

/**
 * Find items and milestones of a plan by code, name, short name or a part of the name that only one of them has.
 * What could be several is nothing: 管网 is both water and heating.
 */
export function subjectFinder(words: PlanWords | null): SubjectFinder {
  if (!words) return () => NOTHING
  const findItem = finderOf(words.items)
  const findMilestone = finderOf(words.milestones)
  const phases = phaseTable(words.milestones)
  const known = new Map<string, Subject>()
  return (text) => {
    const kept = known.get(text)
    if (kept) return kept
    const folded = foldText(text.slice(0, 200))
    const key = folded.replace(SIGNS, '')
    const subject = { item: findItem(key), milestone: phases.get(key) ?? findMilestone(key) }
    if (known.size < MOST_KEPT) known.set(text, subject)
    return subject
  }
}

interface Named {
  code: string
  name: string
  shortName: string
  nameEn: string
}

function finderOf<T extends Named>(list: readonly T[]): (key: string) => T | null {
  const keyOf = (text: string) => foldText(text).replace(SIGNS, '')
  const codes = new Map(list.map((one) => [keyOf(one.code), one]))
  const exact = uniqueBy(list, (one) => [one.name, one.shortName, one.nameEn].map(keyOf))
  const stripped = uniqueBy(list, (one) => [one.name, one.shortName].map((name) => strip(keyOf(name))))
  const texts = list.map((one) => ({ one, name: keyOf(one.name), shortName: keyOf(one.shortName) }))

  return (key) => {
    const code = /^[a-z]{1,3}\d{1,3}/.exec(key)?.[0]
    const found = codes.get(key) ?? exact.get(key) ?? (code === undefined ? undefined : codes.get(code)) ?? stripped.get(strip(key))
    if (found) return found
    const ours = SYNONYMS.reduce((text, [pattern, word]) => text.replace(pattern, word), key)
    return partly(strip(key)) ?? partly(strip(ours)) ?? byWord(ours)
  }

  /** By the one word that matters, if hardly anything stands beside it: 弱电入地. */
  function byWord(text: string): T | null {
    const words = SYNONYMS.flatMap(([, word]) => (text.includes(word) && text.length - word.length <= LEAST ? [word] : []))
    return words.length === 1 ? partly(words[0]!) : null
  }

  /** The only one whose name holds the word, or whose short name is in it. */
  function partly(word: string): T | null {
    if ([...word].length < LEAST) return null
    const holding = texts.filter(({ name, shortName }) => name.includes(word) || shortName.includes(word))
    if (holding.length > 0) return holding.length === 1 ? holding[0]!.one : null
    const held = texts.filter(({ shortName }) => shortName.length > LEAST && word.includes(shortName))
    return held.length === 1 ? held[0]!.one : null
  }
}

function strip(key: string): string {
  const short = key.replace(BEHIND, '')
  return [...short].length >= LEAST ? short : key
}

/** By key; a key that several have is left out. */
function uniqueBy<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T> {
  const found = new Map<string, T | null>()
  for (const one of list) {
    for (const key of new Set(keysOf(one))) found.set(key, found.has(key) && found.get(key) !== one ? null : one)
  }
  return new Map([...found].filter((pair): pair is [string, T] => pair[1] !== null))
}

/** 开工时间 and the like, where the plan has exactly one milestone of that phase. */
function phaseTable(milestones: readonly Milestone[]): Map<string, Milestone> {
  const table = new Map<string, Milestone>()
  for (const [phase, text] of Object.entries(PHASE_WORDS)) {
    const of = milestones.filter((milestone) => milestone.phase === phase)
    if (of.length === 1) for (const word of text.split(' ')) table.set(word, of[0]!)
  }
  return table
}
