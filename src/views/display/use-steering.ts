import { computed, onBeforeUnmount, onMounted, watch } from 'vue'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useProgramStore } from '@/stores/program'
import { sceneToProgressQuery } from '@/stores/scene-link'
import { useShowStore } from '@/stores/show'
import { useSteeringStore } from '@/stores/steering'
import type { WallState } from '@/stores/steering-message'
import { useSceneWords } from '@/views/display/use-scene-words'

/**
 * Let a second window of this browser steer the wall, and tell it what the wall shows.
 *
 * @param hasProgressView - Whether a scene can be opened in the leaders' view: not in the public edition.
 */
export function useSteering(hasProgressView: () => boolean): void {
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const program = useProgramStore()
  const show = useShowStore()
  const steering = useSteeringStore()
  const { nameOf } = useSceneWords()

  /** News are on for once and stand in no tour. */
  const scenes = computed(() => {
    const { current } = show
    const all = current && !show.scenes.some(({ id }) => id === current.id) ? [...show.scenes, current] : show.scenes
    return all.map((scene) => ({ id: scene.id, name: nameOf(scene) }))
  })

  const describe = (): WallState => ({
    scenes: scenes.value, currentId: show.current?.id ?? null, mode: show.mode, resumeInMs: show.resumeInMs,
    nextInMs: show.nextAtEpochMs === null ? null : Math.max(0, show.nextAtEpochMs - show.nowEpochMs),
    freshness: show.freshness.level, checkedBeforeMs: show.freshness.ageMs, dataDate: geodata.programme ? figures.dataDate : null, build: program.build,
    widthPx: window.innerWidth, heightPx: window.innerHeight, isHidden: document.visibilityState === 'hidden',
    viewQuery: hasProgressView() && show.current ? sceneToProgressQuery(show.current) : null,
  })

  let running = { tell: () => {}, stop: () => {} }
  onMounted(() => (running = steering.announce(describe, (command) => show.steer(command))))
  onBeforeUnmount(() => running.stop())
  watch(() => [show.current?.id, show.mode, show.freshness.level, scenes.value], () => running.tell())
}
