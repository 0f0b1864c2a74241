import { computed, onMounted, ref, type ComputedRef } from 'vue'
import { useLanguage } from '@/i18n/use-text'
import { useWallSetupText } from '@/i18n/use-wall-setup-text'
import { useFiguresStore } from '@/stores/figures'
import { useGeodataStore } from '@/stores/geodata'
import { useKeepingStore } from '@/stores/keeping'
import { useProgramStore } from '@/stores/program'
import { useRefreshStore } from '@/stores/refresh'
import { useShowStore } from '@/stores/show'
import { formatDate, formatPercent, UNKNOWN } from '@/ui/format'
import { formatMoment } from '@/ui/format-clock'
import type { WakeLockState } from '@/views/display/use-wake-lock'

export interface SetupFact {
  key: string
  name: string
  value: string
  /** True if somebody should do something about it. */
  isWarning: boolean
}

/** How the wall runs, for the person who hangs it up: what is on, what is off and what that costs. */
export function useSetupFacts(facts: () => { drawnPixelShare: number | null; wakeLock: WakeLockState }): ComputedRef<readonly SetupFact[]> {
  const text = useWallSetupText()
  const language = useLanguage()
  const figures = useFiguresStore()
  const geodata = useGeodataStore()
  const keeping = useKeepingStore()
  const program = useProgramStore()
  const refresh = useRefreshStore()
  const show = useShowStore()
  const persisted = ref<'yes' | 'no' | 'unavailable'>('unavailable')

  onMounted(async () => {
    try {
      // Missing on plain http, whatever the types say.
      const answer: boolean | undefined = await (navigator.storage as StorageManager | undefined)?.persisted?.()
      if (answer !== undefined) persisted.value = answer ? 'yes' : 'no'
    } catch {
      persisted.value = 'unavailable'
    }
  })

  return computed(() => {
    const { setup } = text.value
    const { drawnPixelShare, wakeLock } = facts()
    const moment = (epochMs: number): string => formatMoment(epochMs, show.nowEpochMs, language.value)
    const row = (key: keyof typeof setup.rows, value: string, isWarning: boolean): SetupFact => ({ key, name: setup.rows[key], value, isWarning })
    const isPart = drawnPixelShare !== null && drawnPixelShare < 1
    const offline = setup.offline[program.offlineCache]
    const reason = program.offlineReason === null ? '' : setup.offlineReason[program.offlineReason]
    const failingSince = refresh.failingSinceEpochMs
    const checked = refresh.checkedAtEpochMs === null ? setup.never : moment(refresh.checkedAtEpochMs)
    return [
      row('map', drawnPixelShare === null ? setup.mapNone : isPart ? setup.mapPart(formatPercent(drawnPixelShare)) : setup.mapFull, drawnPixelShare === null || isPart),
      row('wakeLock', setup.wakeLock[wakeLock], wakeLock !== 'on'),
      row('offline', reason === '' ? offline : setup.because(offline, reason), program.offlineCache === 'off'),
      row('keeping', setup.keeping[keeping.keeping], keeping.keeping === 'off'),
      row('persisted', setup.persisted[persisted.value], persisted.value === 'no'),
      row('build', program.isUpdateReady ? setup.because(program.build, setup.update) : program.build, false),
      row('dataDate', geodata.programme ? formatDate(figures.dataDate) : UNKNOWN, show.freshness.isDataOld),
      row('checked', failingSince === null ? checked : setup.because(checked, setup.failing(moment(failingSince))), failingSince !== null || show.freshness.level !== 'fresh'),
    ]
  })
}
