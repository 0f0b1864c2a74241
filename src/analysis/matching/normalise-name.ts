import { simplified } from '@/analysis/matching/simplified'

/**
 * A name without what people write differently: full-width signs, traditional characters, spaces, case, brackets and separators.
 * The words stay: 红枫里小区 and 红枫里 remain two.
 */
export function foldName(name: string): string {
  return simplified(name.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, ''))
}

/** Words that say what a community is, not which. 新村, 花园, 苑 and 里 are part of a name. */
const COMMUNITY_SUFFIX = /(?:住宅小区|居民小区|生活小区|家属小区|小区|家属院|家属楼|家属区|宿舍院|宿舍区|宿舍楼|宿舍|住宅区|居民区|生活区)$/
/** Where it lies: province, city, county, subdistrict, town. A market (市场) is no city. */
const PLACES = /^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市(?![场政直民委中]))?(?:\p{Script=Han}{2,3}县(?![城委政]))?(?:\p{Script=Han}{2,4}(?:街道办事处|街道|镇(?![政府中])))?/u
const LEAST = 2

/**
 * A name of a community for comparing: folded, without places in front and without a word such as 小区, 家属院 or 宿舍
 * behind. At least two signs stay: 宿舍 alone is a name.
 */
export function normaliseName(name: string): string {
  const folded = foldName(name)
  const placed = folded.replace(PLACES, '')
  const named = [...placed].length >= LEAST ? placed : folded
  const short = named.replace(COMMUNITY_SUFFIX, '')
  return [...short].length >= LEAST ? short : named
}

/** A name of a district for comparing: 兴安街道办事处, 兴安街道 and 兴安 are one. */
export function normaliseDistrict(name: string): string {
  const folded = foldName(name)
  const short = folded.replace(/(?:街道办事处|街道办|街道|管理委员会|管委会|街区|片区)$/, '')
  return [...short].length >= LEAST ? short : folded
}
