import { BUILT_IN_FACILITIES } from '@/analysis/siting/built-in-facilities'
import {
  BUILT_IN_HAZARDS, BUILT_IN_INCOMPATIBLE_TENURES, BUILT_IN_LAND_USES, BUILT_IN_NEIGHBOURS, BUILT_IN_TENURES,
} from '@/analysis/siting/built-in-limits'
import type { LandRules } from '@/domain/land-rules'

/** Rules of finding land as shipped; `geodata/land-rules.json` holds the same and may be changed. */
export const BUILT_IN_RULES: LandRules = {
  title: '一老一小设施选址规则（默认）',
  titleEn: 'Rules for siting facilities for the old and the small (default)',
  walkSpeedMPerMin: {
    value: 60, state: 'verified', source: '社区生活圈步行速度 60 m/min（转引《社区生活圈规划技术指南》TD/T 1062-2021、GB 50180-2018）',
    sourceEn: 'Walking speed of 60 m/min in community life circles (as quoted from TD/T 1062-2021 and GB 50180-2018)',
  },
  maxConnectorM: {
    value: 100, state: 'assumption', source: '楼栋到最近道路的直线距离不超过 100 m', sourceEn: 'A building lies at most 100 m from its street',
  },
  storeys: { value: 2, state: 'assumption', source: '低层 2 层', sourceEn: 'Low building, 2 storeys' },
  densityShare: { value: 0.4, state: 'assumption', source: '建筑密度 0.40', sourceEn: 'Building density 0.40' },
  assembly: {
    gapM: 8,
    blockingRoadClasses: ['arterial', 'secondary', 'local'],
    incompatibleTenures: BUILT_IN_INCOMPATIBLE_TENURES,
    state: 'assumption',
    source: '间距不超过 8 m，其间无支路及以上道路、铁路、水面，集体土地与国有土地不拼合',
    sourceEn: 'At most 8 m apart, no road above a lane, railway or water between, collective and state land not put together',
  },
  facilities: BUILT_IN_FACILITIES,
  landUses: BUILT_IN_LAND_USES,
  tenures: BUILT_IN_TENURES,
  hazards: BUILT_IN_HAZARDS,
  neighbours: BUILT_IN_NEIGHBOURS,
  // Weights of 0 to 100, only their ratios matter. Bounds suit elderly care within 300 m: `criteriaOf` fits them to other groups.
  criteria: {
    newlyReached: { weight: 80, worst: 0, best: 800 },
    walkTime: { weight: 55, worst: 8, best: 1 },
    areaFit: { weight: 45, worst: 0, best: 1 },
    tenure: { weight: 35, worst: 1, best: 0 },
    shortfall: { weight: 60, worst: 0, best: 350 },
    hazard: { weight: 20, worst: 0, best: 200 },
    sun: { weight: 20, worst: 0, best: 1 },
  },
  communityDemand: [],
}
