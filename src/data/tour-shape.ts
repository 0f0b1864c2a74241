import type { ListShape, ObjectShape, ShapeOf } from '@/data/check-shape'
import { choice, day, integer, nullable, number, text } from '@/data/field'
import { COLOURINGS } from '@/domain/colouring'
import { SCENE_KINDS, TRANSITIONS, type SceneCamera, type SceneEntry, type Tour, type TourPhotos } from '@/domain/tour'

/** The fields of `tour.json`. All of it is public: it says what a public wall shows. */

/** Times of the day, `HH:MM`. */
export interface WindowInFile {
  from: string
  to: string
}
/** The tour as it is written: with times instead of minutes. */
export type TourFile = Omit<Tour, 'night' | 'updateWindow'> & { night: WindowInFile | null; updateWindow: WindowInFile | null }

const object = <T>(table: ObjectShape<T>['object']) => ({ object: table, nullable: false as const })
const list = <E>(entry: ShapeOf<E>, key: string | null, fewest: number): ListShape<E> => ({ list: entry, key, length: [fewest, 200], nullable: false })

const WINDOW = { ...object<WindowInFile>({ from: text(5), to: text(5) }), nullable: true as const }
const CAMERA = object<SceneCamera>({
  lon: number('degree', -180, 180), lat: number('degree', -85, 85), zoom: number(null, 5, 20), pitchDeg: number('degree', 0, 80),
  bearingDeg: number('degree', -180, 180),
})
/** The lamps of single communities are not for the public, and a change needs a second day that a scene does not have. */
const WALL_COLOURINGS = COLOURINGS.filter((colouring) => colouring !== 'lamp' && colouring !== 'change')

const ENTRY = object<SceneEntry>({
  id: text(40), kind: choice(SCENE_KINDS),
  places: { list: text(60), key: null, length: [1, 200], nullable: true },
  camera: { ...CAMERA, nullable: true }, colouring: choice(WALL_COLOURINGS), day: nullable(day),
  caption: nullable(text(60)), captionEn: nullable(text(120)), dwellS: number('s', 5, 600), transition: choice(TRANSITIONS),
})
const PHOTOS = object<TourPhotos>({
  communityId: text(60), before: nullable(text()), after: nullable(text()), credit: text(),
})

export const TOUR_SHAPE: ObjectShape<TourFile> = object<TourFile>({
  scenes: list<SceneEntry>(ENTRY, 'id', 1),
  photos: list<TourPhotos>(PHOTOS, 'communityId', 0),
  refreshEveryS: integer('s', 5, 86_400), retryAtMostS: integer('s', 5, 86_400),
  staleAfterMin: number('min', 0.1, 100_000), oldAfterMin: number('min', 0.1, 100_000),
  dataOldAfterDays: nullable(integer('day', 1, 3660)), countdownFrom: choice(['today', 'dataDate']),
  resumeAfterS: integer('s', 5, 3600), night: WINDOW, nightBrightness: number(null, 0.2, 1), updateWindow: WINDOW,
})
