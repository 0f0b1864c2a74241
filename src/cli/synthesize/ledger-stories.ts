/**
 * What happened in the communities whose works did not run as planned.
 *
 * A story turns a few knobs of the simulation; it never writes a figure. Communities without a
 * story run about on time. Days are `YYYY-MM-DD`. The two showcase communities of the plan bear
 * real names and therefore never get a story that makes them slow.
 */
export interface Story {
  /** Pace of the works, 1 = as planned. */
  speed?: number
  /** Day the works really started, if not on time. */
  startedOn?: string
  holds?: readonly Hold[]
  stop?: Stop
  /** First and last day of a time without any report; null: to the end. */
  silence?: readonly [from: string, to: string | null]
  replans?: readonly Replan[]
  /** Underground items the road surface did not wait for. */
  doesNotWaitFor?: readonly string[]
  /** Items nobody ever reports on. */
  unreported?: readonly string[]
  acceptedOn?: string
  handedOverOn?: string
}

/** An item gets stuck at a share done (0…1) until a day; null: to the end. */
export interface Hold {
  itemCode: string
  share: number
  until: string | null
  note: string
}

export interface Stop {
  on: string
  resumedOn: string | null
  note: string
  resumeNote: string
}

/** A later finish is reported; the baseline stays as it is. */
export interface Replan {
  itemCode: string
  on: string
  newFinish: string
  note: string
}

/** Late: more than 15 percentage points behind, or a milestone long overdue. */
const LATE: Readonly<Record<string, Story>> = {
  C02: {
    speed: 0.86,
    holds: [{ itemCode: 'J03', share: 0.24, until: '2024-10-16', note: '与市政排水主管标高不符，设计变更中' }],
    replans: [
      { itemCode: 'J03', on: '2024-08-26', newFinish: '2024-10-20', note: '排水接口设计变更，工期顺延' },
      { itemCode: 'J03', on: '2024-10-14', newFinish: '2024-11-20', note: '变更批复晚于预期，再次顺延' },
    ],
  },
  C12: {
    speed: 0.92,
    holds: [{ itemCode: 'J02', share: 0.3, until: null, note: '原管线位置不明，开挖受阻' }],
    stop: { on: '2024-09-26', resumedOn: null, note: '挖到不明管线，停工待供水单位核实', resumeNote: '' },
  },
  C13: {
    speed: 0.88,
    holds: [{ itemCode: 'J14', share: 0.15, until: '2024-10-21', note: '防水卷材抽检不合格，退场重购' }],
    replans: [{ itemCode: 'J14', on: '2024-09-23', newFinish: '2024-11-10', note: '材料重购，屋面作业顺延' }],
  },
  C14: {
    speed: 0.96,
    holds: [
      { itemCode: 'J01', share: 0.55, until: null, note: '储藏间拆除未达成一致，正在协调' },
      { itemCode: 'J11', share: 0.1, until: null, note: '围墙基础被临建占用' },
    ],
  },
  C15: {
    speed: 0.9,
    holds: [{ itemCode: 'J07', share: 0.2, until: '2024-10-20', note: '各家线缆割接时间未统一' }],
  },
}

/** Slow: 5 to 15 percentage points behind on the data date. */
const SLOW: Readonly<Record<string, Story>> = {
  C10: { speed: 0.85 },
  C16: {
    speed: 0.95,
    doesNotWaitFor: ['J03'],
    holds: [
      { itemCode: 'J03', share: 0.82, until: null, note: '剩余支管待居民让出场地' },
      { itemCode: 'J09', share: 0.4, until: null, note: '管沟未回填处路面无法铺装' },
    ],
  },
  C18: { speed: 0.88 },
  C25: {
    speed: 0.94,
    stop: {
      on: '2024-07-22', resumedOn: '2024-08-12',
      note: '连续暴雨，基坑积水，暂停施工', resumeNote: '积水抽排完毕, "三通一平" 复核后复工',
    },
  },
  C29: { speed: 0.84 },
  C31: { speed: 1.02, startedOn: '2024-07-02' },
  C33: { speed: 0.88 },
  C34: { speed: 0.85 },
}

/** Reports that are missing, whatever the works do. */
const GAPS: Readonly<Record<string, Story>> = {
  C06: { speed: 1.24, silence: ['2024-09-20', null] },
  C19: { unreported: ['T03'] },
  C21: { speed: 1.02, silence: ['2024-06-28', '2024-08-04'] },
  C30: { unreported: ['T05'] },
}

/** On time or ahead, some finished, one of them with a blemish. */
const AHEAD: Readonly<Record<string, Story>> = {
  C05: { speed: 1.08, acceptedOn: '2024-10-09', handedOverOn: '2024-10-21' },
  C07: { speed: 1.08 },
  C08: { speed: 1.02 },
  C09: {
    speed: 1.1,
    doesNotWaitFor: ['J04'],
    holds: [{ itemCode: 'J04', share: 0.85, until: '2024-10-14', note: '箱变到货晚' }],
  },
  C11: { speed: 1.08, acceptedOn: '2024-10-14' },
  C23: { speed: 1.06 },
  C24: { speed: 1.06, acceptedOn: '2024-10-22' },
  C27: { speed: 1.07 },
  C32: { speed: 1.07 },
}

export const STORIES: Readonly<Record<string, Story>> = { ...LATE, ...SLOW, ...GAPS, ...AHEAD }
