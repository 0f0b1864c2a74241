import { defineStore } from 'pinia'
import { ref } from 'vue'
import { listFindings, type LandExport } from '@/data/write-land'
import type { SiteWords } from '@/data/write-sites-csv'
import type { Audience } from '@/domain/manifest'
import { useLandStore } from '@/stores/land'
import { geodataWorker } from '@/workers/client'

export type { LandExport } from '@/data/write-land'
export type { SiteWords } from '@/data/write-sites-csv'

/** Files of the answer that is shown, written off the main thread. */
export const useLandExportStore = defineStore('landExport', () => {
  const land = useLandStore()
  const writing = ref<LandExport | null>(null)
  const hasFailed = ref(false)

  /**
   * @param words - Of the table of sites.
   * @returns The file as text; null without an answer, or if it could not be written.
   */
  async function write(kind: LandExport, audience: Audience, { finding, ...words }: SiteWords): Promise<string | null> {
    const { answer, spaces } = land
    if (!answer || writing.value !== null) return null
    writing.value = kind
    hasFailed.value = false
    try {
      const sentences = kind === 'sites' ? listFindings(answer).map(finding) : []
      return await geodataWorker.writeLand({ kind, answer, spaces, audience, words, sentences })
    } catch (error) {
      console.error('Writing an export failed', error)
      hasFailed.value = true
      return null
    } finally {
      writing.value = null
    }
  }

  return { writing, hasFailed, write }
})
