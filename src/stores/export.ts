import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ExportedFile } from '@/data/export/export-dataset'
import type { FindingListWords } from '@/data/export/export-findings'
import { useImportStore } from '@/stores/import'
import { useWorkspaceStore } from '@/stores/workspace'
import { writeExport } from '@/workers/export-client'
import type { ExportRequest } from '@/workers/export.worker'

/** Files to hand on, of what is shown now: kept work if there is any, else the server's folder. */
export const useExportStore = defineStore('export', () => {
  const workspace = useWorkspaceStore()
  const imports = useImportStore()
  const isBusy = ref(false)
  const isFailed = ref(false)

  /** @returns Null if it could not be written; `isFailed` then says so. */
  async function write(request: ExportRequest): Promise<ExportedFile | null> {
    isBusy.value = true
    isFailed.value = false
    try {
      const file = await writeExport(await workspace.currentFiles(), request)
      isFailed.value = file === null
      return file
    } catch (error) {
      console.error('Writing the export failed', error)
      isFailed.value = true
      return null
    } finally {
      isBusy.value = false
    }
  }

  /** The list of everything that is wrong with the import, in words that the view has. Null without an import. */
  async function writeFindings(format: 'csv' | 'xlsx', words: FindingListWords): Promise<{ name: string; bytes: Uint8Array } | null> {
    if (!imports.judgement) return null
    const { exportFindings, listImportFindings } = await import('@/data/export/export-findings')
    return exportFindings(listImportFindings(imports.judgement), format, words)
  }

  return { isBusy, isFailed, write, writeFindings }
})
