import { openThread } from '@/workers/thread'
import type { WorkspaceApi } from '@/workers/workspace.worker'

let tell = (): void => {}
const ending = openThread<WorkspaceApi>('workspace', () => new Worker(new URL('./workspace.worker.ts', import.meta.url), { type: 'module' }), () => tell())

/** The worker that keeps the work, as promises. After it broke, a new one knows only what is on the disk. */
export const workspaceWorker = {
  open: ending('open'),
  change: ending('change'),
  refresh: ending('refresh'),
  checkServer: ending('checkServer'),
  files: ending('files'),
  /** Be told when the thread broke. There is one listener. */
  onBroken: (listener: () => void): void => void (tell = listener),
}
