import { between, pick, pickWeighted, type Random } from '@/cli/synthesize/random'
import type { Local } from '@/cli/synthesize/town'
import type { Point } from '@/cli/synthesize/plane'
import type { SpareSpace, SpareSpaceKind, Tenure } from '@/domain/place'

const WORDS: Readonly<Record<SpareSpaceKind, readonly string[]>> = {
  parcel: ['边角地', '空地', '夹心地', '巷口空地', '零星用地', '宅间空地'],
  room: ['原锅炉房', '自行车棚', '传达室', '库房', '原煤棚', '工会活动室', '配套用房', '地下储藏间'],
  cleared: ['拆违腾退地', '拆临腾退地', '原临建清理地', '原围挡腾退地'],
}
const TENURE_WEIGHTS: Readonly<Record<SpareSpaceKind, Record<Tenure, number>>> = {
  parcel: { stateAllocated: 16, stateGranted: 8, stateReserve: 20, collectiveCommercial: 10, collectiveOther: 10, workUnit: 12, ownersCommon: 12, unknown: 12 },
  room: { stateAllocated: 18, stateGranted: 8, stateReserve: 2, collectiveCommercial: 6, collectiveOther: 2, workUnit: 34, ownersCommon: 24, unknown: 6 },
  cleared: { stateAllocated: 18, stateGranted: 4, stateReserve: 10, collectiveCommercial: 2, collectiveOther: 4, workUnit: 16, ownersCommon: 40, unknown: 6 },
}
const HOLDERS: Readonly<Record<Tenure, readonly (string | null)[]>> = {
  stateAllocated: ['示例街道办事处', '示例市环卫园林集团', '示例市粮食公司'],
  stateGranted: ['示例商贸有限公司', '示例置业有限公司'],
  stateReserve: ['示例市土地储备中心'],
  collectiveCommercial: ['示例社区股份经济合作社'],
  collectiveOther: ['示例社区居民委员会'],
  workUnit: ['示例机械厂', '示例供销社', '示例邮政支局'],
  ownersCommon: ['全体业主'],
  unknown: [null],
}
/** Present and planned use in the national classification of land and sea use (国土空间用途分类). */
const PRESENT: Readonly<Record<SpareSpaceKind, readonly (string | null)[]>> = {
  parcel: ['2301', '2301', '2301', '0701', '1309', '0901', null],
  room: ['0701', '0701', '0702', '0901', '1001'],
  cleared: ['0701', '2301', '2301', null],
}
const PLANNED: readonly (string | null)[] = ['0702', '0702', '080701', '080602', '0701', '0901', '1401', '16', '120803', null, null]

/** Everything about a piece of spare space except where it lies; not published yet. Some facts are missing, as in real registers. */
export function describeSpare(
  kind: SpareSpaceKind, place: string, communityId: string | null, areaM2: number, at: Point[], random: Random,
): Local<SpareSpace, Point[]> {
  const tenure = pickWeighted(random, TENURE_WEIGHTS[kind])
  const word = pick(random, WORDS[kind])
  const isRoom = kind === 'room'
  const storey = word === '地下储藏间' ? -1 : random() < 0.12 ? 2 : 1
  const surveyed = random() < 0.55
  return {
    name: `${place}${word}`, kind,
    registeredAreaM2: random() < 0.16 ? null : Math.round(areaM2 * between(random, 0.95, 1.04)),
    floorAreaM2: isRoom && random() > 0.12 ? Math.round(areaM2 * between(random, 0.78, 0.9)) : null,
    storey: isRoom && random() > 0.08 ? storey : null,
    tenure, holder: random() < 0.1 ? null : pick(random, HOLDERS[tenure]),
    landUseCode: pick(random, PRESENT[kind]), plannedUseCode: pick(random, PLANNED), communityId,
    availableYears: pick(random, [null, null, 3, 5, 5, 8, 10, 20]),
    surveyState: surveyed ? pick(random, ['field', 'field', 'confirmed'] as const) : pick(random, ['unverified', 'desk', 'desk'] as const),
    published: false, at,
  }
}
