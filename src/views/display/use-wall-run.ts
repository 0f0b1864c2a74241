import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { useGeodataStore } from '@/stores/geodata'
import { useKeepingStore } from '@/stores/keeping'
import { useProgramStore } from '@/stores/program'
import { useRefreshStore } from '@/stores/refresh'
import { useShowStore } from '@/stores/show'
import type { WallAddress } from '@/stores/wall-address'

/**
 * What a wall does by itself while it hangs: begin where it was, show new data when a scene ends,
 * remember its place, and take a newer program at the end of a round or in its window.
 *
 * @param wanted - What the address asks for; followed when it changes.
 */
export function useWallRun(wanted: Readonly<Ref<WallAddress>>): void {
  const geodata = useGeodataStore()
  const keeping = useKeepingStore()
  const program = useProgramStore()
  const refresh = useRefreshStore()
  const show = useShowStore()
  let isBegun = false
  let isGone = false

  async function begin(): Promise<void> {
    if (isBegun) return
    isBegun = true
    const { sceneId } = wanted.value
    const last = sceneId === null ? await keeping.readScene() : null
    // Left meanwhile: nobody would stop it.
    if (isGone) return
    show.start(sceneId ?? last?.sceneId)
    if (last?.isPinned) show.steer({ kind: 'pin', sceneId: last.sceneId })
    hold()
  }

  /** The address may name a scene to stay on. */
  function hold(): void {
    const { sceneId, isHeld } = wanted.value
    if (sceneId !== null && isHeld) show.steer({ kind: 'pin', sceneId })
  }

  function renew(): void {
    const news = refresh.adoptStaged()
    if (news) show.announce(news)
  }

  watch(() => geodata.programme !== null, (isThere) => isThere && void begin(), { immediate: true })
  watch(wanted, ({ sceneId }, before) => {
    if (!isBegun || sceneId === null) return
    if (before.isHeld && !wanted.value.isHeld) show.steer({ kind: 'unpin' })
    show.steer({ kind: 'jump', sceneId })
    hold()
  })
  // Between two scenes. The round is part of it: a tour may have one scene only.
  watch(() => [show.current?.id ?? null, show.round] as const, ([sceneId, round], [, roundBefore]) => {
    if (sceneId === null) return
    renew()
    if (program.isUpdateReady && (round !== roundBefore || show.isUpdateTime)) void program.takeOver()
  })
  watch(() => [show.current?.id, show.mode === 'pinned'] as const, ([sceneId, isPinned]) => {
    if (sceneId !== undefined) void keeping.keepScene(sceneId, isPinned)
  })
  // A scene that is pinned may stay for days; a new program then waits for its window, or it would wait for ever.
  watch(() => program.isUpdateReady && show.mode === 'pinned' && show.isUpdateTime, (isTime) => isTime && void program.takeOver())
  // And its figures with it.
  watch(() => [refresh.staged, show.mode] as const, ([staged, mode]) => staged && mode === 'pinned' && renew())

  watch(() => show.tour.refreshEveryS, (everyS) => program.start(everyS * 1000), { immediate: true })
  onMounted(() => {
    show.open()
    void refresh.start()
  })
  onBeforeUnmount(() => {
    isGone = true
    show.stop()
    refresh.stop()
    program.stop()
  })
}
