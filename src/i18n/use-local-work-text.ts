import { computed, type ComputedRef } from 'vue'
import { useLanguage } from '@/i18n/use-text'

const zh = {
  mark: (count: string) => `本机修改 ${count} 项，未发布`,
  hint: '现在显示的是这台电脑上改过的数据，别人还看不到。点开可以撤销、导出和发布。',
}
const en: typeof zh = {
  mark: (count) => `${count} local ${count === '1' ? 'edit' : 'edits'}, unpublished`,
  hint: 'What is shown was edited on this computer and nobody else sees it yet. Open to undo, export and publish.',
}

/** Text of the mark that local edits are shown; read when there are any. */
export function useLocalWorkText(): ComputedRef<typeof zh> {
  const language = useLanguage()
  return computed(() => (language.value === 'en' ? en : zh))
}
