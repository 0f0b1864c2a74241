import { writeCsv } from '@/data/write-csv'
import { exportMarks, isInternalFinding } from '@/data/write-sites'
import type { Contact, Fact, LandAnswer, RuleFinding, SiteAnswer } from '@/domain/land'
import { CRITERIA, type CriterionId } from '@/domain/land-rules'
import type { SpareSpaceKind } from '@/domain/place'

/** Words of the cells, as the page shows them. */
export interface SiteWords {
  kind: Readonly<Record<SpareSpaceKind, string>>
  contact: Readonly<Record<Contact, string>>
  criterion: Readonly<Record<CriterionId, string>>
  fact: Readonly<Record<Fact, string>>
  finding: (finding: RuleFinding) => string
}

type Cell = string | number | null

/**
 * The list of sites as CSV for spreadsheet programs: best first, then what is excluded and why.
 *
 * Never holds right holders, tenures or planned uses; numbers are rounded for reading, the GeoJSON has them in full.
 */
export function writeSitesCsv(answer: LandAnswer, words: SiteWords): string {
  const { disclaimer, mark } = exportMarks(answer.provenance)
  const header = [
    '名次', '选中', '编号', '名称', '状态', '类型', '组成', '与小区关系', '用地面积（㎡）', '缝隙面积（㎡，不计入用地）', '房屋面积（㎡）', '内接宽度（m）',
    '紧凑度（0–1）', '权利人（个）', '覆盖人数（人）', '新增覆盖（人）', '覆盖户数（户）', '平均步行（分钟）', '应配面积（㎡）', '配建缺口（㎡）', '可服务（人）', '得分（0–100）',
    ...CRITERIA.map((id) => `${words.criterion[id]}得分（分）`), '稳居前三（%）', '缺少的资料', '注意事项或不合格原因', `说明（${disclaimer}）`,
  ]
  const reasons = (findings: readonly RuleFinding[]): Cell => (findings.length === 0 ? null : findings.map(sentence).join('；'))
  const sentence = (finding: RuleFinding) =>
    (isInternalFinding(finding) ? `${finding.ruleId === 'tenure' ? '权属' : '规划用途'}${finding.isHard ? '不可用' : '须核对'}` : words.finding(finding))
  const sites = answer.sites.map((site) => [...siteCells(site, words), ...siteTail(site, words, reasons(site.advice)), mark])
  const excluded = answer.exclusions.map(({ id, name, partIds, landAreaM2, findings }): Cell[] => [
    null, '否', id, name, '不合格', null, partIds.join('；'), null, rounded(landAreaM2, 1), ...Array<Cell>(15 + CRITERIA.length).fill(null),
    reasons(findings), mark,
  ])
  return writeCsv(header, [...sites, ...excluded])
}

function siteCells(site: SiteAnswer, words: SiteWords): Cell[] {
  return [
    site.rank, site.isChosen ? '是' : '否', site.id, site.name, site.score === null ? '未评分' : '候选',
    site.kinds.map((kind) => words.kind[kind]).join('；'), site.partIds.join('；'), words.contact[site.contact],
    rounded(site.landAreaM2, 1), rounded(site.gapAreaM2, 1), rounded(site.floorAreaM2, 1), rounded(site.widthM, 1), rounded(site.compactness, 3),
    site.holderCount, rounded(site.reachedPeople, 1), rounded(site.newlyReachedPeople, 1), rounded(site.reachedHouseholds, 0),
    rounded(site.meanWalkMin, 1), rounded(site.normFloorAreaM2, 1), rounded(site.shortfallM2, 1), rounded(site.capacityPeople, 1), rounded(site.score, 1),
  ]
}

function siteTail(site: SiteAnswer, words: SiteWords, advice: Cell): Cell[] {
  const pointsOf = (id: CriterionId): Cell => {
    const contribution = site.contributions.find(({ criterion }) => criterion === id)
    return site.score === null || !contribution ? null : rounded(contribution.points, 1)
  }
  const share = site.firstThreeShare
  return [
    ...CRITERIA.map(pointsOf), share === null ? null : rounded(share * 100, 0),
    site.missingFacts.length === 0 ? null : site.missingFacts.map((fact) => words.fact[fact]).join('；'), advice,
  ]
}

function rounded(value: number | null, digits: number): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toFixed(digits))
}
