import type { Day } from '@/domain/day'

/** What a wall can be told from another window of the same browser. A subset of what the show understands. */
export type SteeringCommand =
  | { kind: 'next' | 'previous' | 'pause' | 'resume' | 'unpin' }
  | { kind: 'jump' | 'pin'; sceneId: string }

/** What a wall tells about itself. Times are spans, not clock times: both windows count on with their own clocks. */
export interface WallState {
  /** Name as it stands on the wall. */
  scenes: readonly { id: string; name: string }[]
  currentId: string | null
  mode: 'playing' | 'paused' | 'pinned'
  /** Until a paused show goes on; null if it does not by itself. */
  resumeInMs: number | null
  /** Until the next scene; null while paused or pinned. */
  nextInMs: number | null
  freshness: 'fresh' | 'stale' | 'old'
  /** Since the data were last found in order; null if never. */
  checkedBeforeMs: number | null
  dataDate: Day | null
  build: string
  widthPx: number
  heightPx: number
  /** A hidden window is slowed down by the browser: it may be silent for a minute. */
  isHidden: boolean
  /** The current scene as parameters of the leaders' view; null where there is no such view. */
  viewQuery: Readonly<Record<string, string>> | null
}

export type SteeringMessage =
  | { kind: 'wall'; wallId: string; state: WallState }
  | { kind: 'gone'; wallId: string }
  | { kind: 'hello' }
  /** `wallId` null: all walls. */
  | { kind: 'command'; wallId: string | null; command: SteeringCommand }

const ID = /^[^\p{C}]{1,120}$/u
const VIEW_KEYS = ['date', 'since', 'colour', 'district', 'community', 'camera'] as const
const MAX_SCENES = 500
const MAX_TEXT = 200

/**
 * Read a message of the channel. Every page of the same origin can write there, so nothing is taken over as it is:
 * a message that is not exactly as expected is null, and of a good one only the known fields remain.
 */
export function readSteeringMessage(message: unknown): SteeringMessage | null {
  const fields = fieldsOf(message)
  if (!fields || fields.format !== 'renovation-show-1') return null
  if (fields.kind === 'hello') return { kind: 'hello' }
  const wallId = readId(fields.wallId)
  if (fields.kind === 'command') {
    const command = readCommand(fields.command)
    return command && (wallId !== null || fields.wallId === null) ? { kind: 'command', wallId, command } : null
  }
  if (wallId === null) return null
  if (fields.kind === 'gone') return { kind: 'gone', wallId }
  const state = fields.kind === 'wall' ? readWallState(fields.state) : null
  return state && { kind: 'wall', wallId, state }
}

/** Put a message into the form that is sent. */
export function writeSteeringMessage(message: SteeringMessage): Record<string, unknown> {
  // A reactive object cannot be sent; the way through JSON leaves plain values.
  return JSON.parse(JSON.stringify({ format: 'renovation-show-1', ...message })) as Record<string, unknown>
}

function readCommand(value: unknown): SteeringCommand | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const { kind } = fields
  if (kind === 'next' || kind === 'previous' || kind === 'pause' || kind === 'resume' || kind === 'unpin') return { kind }
  const sceneId = readId(fields.sceneId)
  return (kind === 'jump' || kind === 'pin') && sceneId !== null ? { kind, sceneId } : null
}

function readWallState(value: unknown): WallState | null {
  const fields = fieldsOf(value)
  if (!fields || !Array.isArray(fields.scenes) || fields.scenes.length > MAX_SCENES) return null
  const scenes = fields.scenes.map(readScene)
  const { mode, freshness } = fields
  const [widthPx, heightPx] = [readSpan(fields.widthPx), readSpan(fields.heightPx)]
  const isKnown = (mode === 'playing' || mode === 'paused' || mode === 'pinned') && (freshness === 'fresh' || freshness === 'stale' || freshness === 'old')
  if (!isKnown || widthPx === null || heightPx === null || !isText(fields.build) || typeof fields.isHidden !== 'boolean') return null
  if (!scenes.every((scene) => scene !== null)) return null
  const currentId = readId(fields.currentId)
  return {
    scenes, currentId: scenes.some(({ id }) => id === currentId) ? currentId : null, mode, freshness, widthPx, heightPx,
    resumeInMs: readSpan(fields.resumeInMs), nextInMs: readSpan(fields.nextInMs), checkedBeforeMs: readSpan(fields.checkedBeforeMs),
    dataDate: Number.isInteger(fields.dataDate) ? (fields.dataDate as Day) : null,
    build: fields.build, isHidden: fields.isHidden, viewQuery: readViewQuery(fields.viewQuery),
  }
}

function readScene(value: unknown): { id: string; name: string } | null {
  const fields = fieldsOf(value)
  const id = readId(fields?.id)
  return fields && id !== null && isText(fields.name) ? { id, name: fields.name } : null
}

function readViewQuery(value: unknown): Record<string, string> | null {
  const fields = fieldsOf(value)
  if (!fields) return null
  const query: Record<string, string> = {}
  for (const key of VIEW_KEYS) {
    const text = fields[key]
    if (isText(text)) query[key] = text
  }
  return query
}

/** Own fields of an object; an inherited one is none. */
function fieldsOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.assign(Object.create(null) as Record<string, unknown>, value)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT
const readId = (value: unknown): string | null => (typeof value === 'string' && ID.test(value) ? value : null)
/** A length or span: finite, not negative. */
const readSpan = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null)
