import type { Milestone, MilestonePhase, Plan } from '@/domain/plan'
import { PLAN_ITEMS } from '@/cli/synthesize/plan-items'

/** The plan as it stands in `plan.json`: days are `YYYY-MM-DD`. */
export type PlanFile = Omit<Plan, 'milestones'> & { milestones: MilestoneLine[] }
type MilestoneLine = Omit<Milestone, 'plannedOn'> & { plannedOn: string }

const STREET = '属地街区'
const GROUP = '市环卫园林科技集团'

/** M10 (施工) of the trade's list is a phase of work without a date, so it is no milestone here. */
const MILESTONES: readonly MilestoneLine[] = [
  milestone('M01', '民意调查', '民意调查', 'Residents surveyed', 'preparation', '2024-05-31', STREET),
  milestone('M02', '拆违拆临', '拆违拆临', 'Illegal and temporary structures removed', 'preparation', '2024-05-31', STREET),
  milestone('M03', '技术服务单位招标', '技术招标', 'Technical services tendered', 'preparation', '2024-05-31', GROUP),
  milestone('M04', '立项审批报备', '立项审批', 'Project approved and registered', 'preparation', '2024-05-31', GROUP),
  milestone('M05', '勘察设计', '勘察设计', 'Survey and design', 'preparation', '2024-05-31', GROUP),
  milestone('M06', '改造方案公示', '方案公示', 'Renovation scheme published', 'preparation', '2024-05-31', GROUP),
  milestone('M07', '造价', '造价', 'Cost estimate', 'preparation', '2024-05-31', GROUP),
  milestone('M08', '施工、监理公开招标', '施工招标', 'Works and supervision tendered', 'preparation', '2024-05-31', GROUP),
  milestone('M09', '开工', '开工', 'Works started', 'start', '2024-06-15', GROUP),
  milestone('M11', '改造完成', '完工', 'Works finished', 'finish', '2024-11-30', GROUP),
  // The plan gives no date for the last two; the city's 2022 programme closed on 31 December.
  milestone('M12', '竣工验收及绩效评价', '竣工验收', 'Acceptance and evaluation', 'acceptance', '2024-12-31', GROUP, true),
  milestone('M13', '物业接管', '物业接管', 'Handed over to property management', 'handover', '2024-12-31', STREET, true),
]

function milestone(
  code: string, name: string, shortName: string, nameEn: string, phase: MilestonePhase, plannedOn: string, owner: string,
  assumed = false,
): MilestoneLine {
  return { code, name, shortName, nameEn, phase, plannedOn, owner, assumed }
}

/** Make the content of `plan.json`. Facts are those of the official plan; what is assumed says so. */
export function makePlan(): PlanFile {
  return {
    title: '安丘市2024年老旧小区改造',
    titleEn: 'Renovation of old residential communities, Anqiu 2024',
    source: '《安丘市2024年老旧小区改造实施方案》，安丘市人民政府办公室，2024-05-09，此件公开发布',
    adcode: '370784',
    bounds: [118.7, 36.05, 119.5, 36.7],
    controlTotals: { communities: 35, buildings: 123, households: 4419, floorAreaM2: 508_100 },
    showcaseNames: ['商场路国税局家属院', '网通邮电新村'],
    districts: [
      { id: 'jingkai', name: '经济开发区', nameEn: 'Economic Development Zone' },
      { id: 'xingan', name: '兴安街道', nameEn: 'Xingan' },
      { id: 'dawenhe', name: '大汶河旅游发展中心', nameEn: 'Dawen River Tourism Centre' },
    ],
    classes: [
      { id: 'basic', name: '基础类', nameEn: 'Basic', verb: '应改尽改', verbEn: 'renew all that needs it' },
      { id: 'improved', name: '完善类', nameEn: 'Improved', verb: '能改则改', verbEn: 'renew where possible' },
      { id: 'enhanced', name: '提升类', nameEn: 'Enhanced', verb: '尽量改造', verbEn: 'renew as far as can be' },
    ],
    itemsNote: '36 项名称为整理稿（基础 15、完善 13、提升 8），名称以潍坊市清单为准',
    items: [...PLAN_ITEMS],
    milestones: [...MILESTONES],
    thresholds: { warningGapShare: 0.05, lateGapShare: 0.15, lateOverdueDays: 10, silentDays: 14 },
    demandDefaults: {
      personsPerHousehold: 2.7, share60Plus: 0.209, share65Plus: 0.1513, share0To14: 0.1878, shareUnder3: 0.0193,
    },
    mapApprovalNumber: null,
  }
}
