import type { Colouring } from '@/domain/colouring'
import type { Day } from '@/domain/day'

/** Words of the public screen (大屏): the tour (巡展) of a wall, its scenes and how it is kept fresh. */

/** What a scene tells (场景类型): 全景, 各街区, 精品小区, 近期完工, 落后情况, 进度回放, 新增设施, 一句话方案. */
export const SCENE_KINDS = ['overview', 'district', 'showcase', 'finished', 'behind', 'replay', 'sites', 'plan'] as const
export type SceneKind = (typeof SCENE_KINDS)[number]

/** How a scene takes over: a slow flight of the camera, or a cut. */
export const TRANSITIONS = ['fly', 'cut'] as const
export type Transition = (typeof TRANSITIONS)[number]

/** Where the camera stands: centre WGS84, degrees. */
export interface SceneCamera {
  lon: number
  lat: number
  zoom: number
  pitchDeg: number
  bearingDeg: number
}

/** One entry of `tour.json`; an entry of a kind with places stands for one scene per place. */
export interface SceneEntry {
  /** Letters, digits and hyphens; part of the address. */
  id: string
  kind: SceneKind
  /** Ids of districts (`district`) or communities (`showcase`); null: all of them. Of no meaning for other kinds. */
  places: readonly string[] | null
  /** Null: as close as the places in focus allow. */
  camera: SceneCamera | null
  colouring: Colouring
  /** Null: the data date. */
  day: Day | null
  /** Instead of the words made from the figures. */
  caption: string | null
  captionEn: string | null
  dwellS: number
  transition: Transition
}

/** Photos of a showcase community before and after, paths below the `geodata` folder. */
export interface TourPhotos {
  communityId: string
  before: string | null
  after: string | null
  /** Who took them, when: printed beside them. */
  credit: string
}

/** A time of the day as minutes after midnight, local time. */
export type MinuteOfDay = number
/** From one time of the day to another; over midnight if `toMin` is smaller. */
export interface DailyWindow {
  fromMin: MinuteOfDay
  toMin: MinuteOfDay
}

/** `tour.json`: everything about the wall that a bureau may want otherwise. */
export interface Tour {
  scenes: readonly SceneEntry[]
  photos: readonly TourPhotos[]
  /** How often the manifest is asked for, s. After failures the pause doubles up to `retryAtMostS`. */
  refreshEveryS: number
  retryAtMostS: number
  /** From here on a failing refresh is marked, min; past the second limit the mark is large. */
  staleAfterMin: number
  oldAfterMin: number
  /** Days after which the data date itself is called old; null: never, as for data that are only an example. */
  dataOldAfterDays: number | null
  /** Days to the next milestone are counted from this day: the machine's, or the data date (for examples). */
  countdownFrom: 'today' | 'dataDate'
  /** Paused by hand, the show goes on after so long, s. */
  resumeAfterS: number
  /** Darker by night; null: never. `nightBrightness` 0.2…1. */
  night: DailyWindow | null
  nightBrightness: number
  /** When a new version of the program may also be taken; null: only at the end of a round. */
  updateWindow: DailyWindow | null
}

/** What a refresh brought (新闻): it comes forward as a scene of its own. */
export interface ShowNews {
  /** Communities that were not finished before and are now. */
  finishedIds: readonly string[]
  /** Communities that were not accepted before and are now. */
  acceptedIds: readonly string[]
  /** Communities that had not begun before and have now. */
  startedIds: readonly string[]
  /** Data date before and after. */
  from: Day
  to: Day
}

/** One picture of the show, ready to be drawn. The same id opens the same scene from an address. */
export interface Scene {
  /** `overview`, `district-xingan`, `showcase-C01`, `news`. */
  id: string
  kind: SceneKind | 'news'
  districtId: string | null
  /** Communities in focus; all of them if the scene is about the whole programme. */
  communityIds: readonly string[]
  /** Null: fit what is in focus. */
  camera: SceneCamera | null
  colouring: Colouring
  day: Day
  /** `replay` runs from here to `day`; null otherwise. */
  fromDay: Day | null
  caption: string | null
  captionEn: string | null
  dwellMs: number
  transition: Transition
  photos: TourPhotos | null
  news: ShowNews | null
}
