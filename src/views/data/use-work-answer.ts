import { computed, ref, shallowRef } from 'vue'
import type { WorkAnswer } from '@/domain/workspace'
import { useDataWorkText } from '@/i18n/use-data-work-text'
import { useDataWords } from '@/views/data/use-data-words'

/** Make one change of the work at a time, and say how it ended. */
export function useWorkAnswer() {
  const text = useDataWorkText()
  const { findingWords } = useDataWords()
  const isBusy = ref(false)
  const answer = shallowRef<WorkAnswer | null>(null)

  /** @returns True if it was taken. */
  async function run(change: () => Promise<WorkAnswer>): Promise<boolean> {
    if (isBusy.value) return false
    isBusy.value = true
    answer.value = null
    try {
      answer.value = await change()
    } catch (error) {
      console.error('A change of the data failed', error)
      answer.value = { kind: 'failed', reason: 'stopped' }
    } finally {
      isBusy.value = false
    }
    return answer.value?.kind === 'kept' || answer.value?.kind === 'unsaved'
  }

  const words = computed(() => {
    const found = answer.value
    if (!found) return null
    if (found.kind === 'refused') return found.findings.map((finding) => `${findingWords(finding).what} ${findingWords(finding).fix}`).join(' ') || text.value.keeping.failed
    return found.kind === 'kept' ? text.value.edit.saved : text.value.edit.answer[found.kind]
  })
  const isGood = computed(() => answer.value?.kind === 'kept')
  return { isBusy, words, isGood, run }
}
