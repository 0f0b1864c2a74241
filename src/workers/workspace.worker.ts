import * as Comlink from 'comlink'
import type { WorkChange } from '@/data/workspace/work-change'
import { openWorkspace, type Workspace } from '@/data/workspace/workspace'
import { openWorkspaceDatabase } from '@/data/workspace/workspace-database'

const workspaces = new Map<string, Workspace>()

/** One per folder: what is shown and what is not saved yet stays here. */
function workspaceOf(baseUrl: string): Workspace {
  const workspace = workspaces.get(baseUrl) ?? openWorkspace(openWorkspaceDatabase(`workspace ${new URL(baseUrl).pathname}`), { baseUrl })
  workspaces.set(baseUrl, workspace)
  return workspace
}

/** Work on a folder, off the main thread: reading, editing, checking, packing and keeping its files. */
const api = {
  /** Answers at once unless the thread is busy or dead. */
  ping: () => true,
  open: (baseUrl: string, known: string | null) => workspaceOf(baseUrl).open(known),
  change: (baseUrl: string, change: WorkChange, known: string | null) => workspaceOf(baseUrl).change(change, known),
  refresh: (baseUrl: string, known: string | null) => workspaceOf(baseUrl).refresh(known),
  checkServer: (baseUrl: string) => workspaceOf(baseUrl).checkServer(),
  files: (baseUrl: string) => workspaceOf(baseUrl).files(),
}
export type WorkspaceApi = typeof api

Comlink.expose(api)
