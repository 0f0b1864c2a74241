import type { SceneEntry, Tour } from '@/domain/tour'

type Differs = Pick<SceneEntry, 'id' | 'kind' | 'dwellS'> & Partial<SceneEntry>

const scene = (entry: Differs): SceneEntry =>
  ({ places: null, camera: null, colouring: 'progress', day: null, caption: null, captionEn: null, transition: 'fly', ...entry })

/**
 * The tour of a wall whose folder has none that can be used. It names no place, so it fits any
 * programme: from the whole town into its districts and showcases, what was finished, how it went,
 * what is behind, what will come, and what was promised.
 */
export const BUILT_IN_TOUR: Tour = {
  scenes: [
    scene({ id: 'overview', kind: 'overview', dwellS: 20 }),
    scene({ id: 'district', kind: 'district', dwellS: 18 }),
    scene({ id: 'showcase', kind: 'showcase', dwellS: 20 }),
    scene({ id: 'finished', kind: 'finished', colouring: 'stage', dwellS: 18 }),
    scene({ id: 'replay', kind: 'replay', dwellS: 25 }),
    scene({ id: 'behind', kind: 'behind', dwellS: 18 }),
    scene({ id: 'sites', kind: 'sites', dwellS: 20 }),
    scene({ id: 'plan', kind: 'plan', colouring: 'class', dwellS: 15 }),
  ],
  photos: [],
  refreshEveryS: 60,
  retryAtMostS: 600,
  staleAfterMin: 10,
  oldAfterMin: 120,
  dataOldAfterDays: 30,
  countdownFrom: 'today',
  resumeAfterS: 60,
  night: { fromMin: 22 * 60, toMin: 6 * 60 },
  nightBrightness: 0.5,
  updateWindow: { fromMin: 3 * 60, toMin: 4 * 60 },
}
