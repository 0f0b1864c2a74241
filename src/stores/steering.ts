import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { readSteeringMessage, writeSteeringMessage, type SteeringCommand, type SteeringMessage, type WallState } from '@/stores/steering-message'

/** A wall as the remote window knows it. */
export interface HeardWall {
  id: string
  /** As last heard. */
  state: WallState
  /** Since it was last heard, ms. */
  silentMs: number
  /** It should have spoken: closed, crashed or frozen. */
  isSilent: boolean
}

const HEARTBEAT_MS = 1_000
/** A wall in front speaks every second; one behind other windows is slowed down to once a minute by the browser. */
const SILENT_AFTER_MS = { shown: 6_000, hidden: 90_000 } as const
const FORGOTTEN_AFTER_MS = 10 * 60_000
/** More walls than a machine can show: more is noise. */
const MAX_WALLS = 16

/** Two installations beside each other on one host do not steer each other. */
export const channelName = (baseUri: string): string => `renovation-show:${new URL('.', baseUri).pathname}`

/**
 * Steering a wall from another window of the same browser. A page is either a wall (`announce`) or steers (`listen`);
 * nothing leaves the machine.
 */
export const useSteeringStore = defineStore('steering', () => {
  /** False where the browser has no such channel. */
  const isAvailable = ref(true)
  const heard = shallowRef<ReadonlyMap<string, { state: WallState; atMs: number }>>(new Map())
  const nowMs = ref(0)
  /** Null: all walls. */
  const targetId = ref<string | null>(null)
  let channel: BroadcastChannel | null = null

  const walls = computed<readonly HeardWall[]>(() => [...heard.value].map(([id, { state, atMs }]) => {
    const silentMs = Math.max(0, nowMs.value - atMs)
    return { id, state, silentMs, isSilent: silentMs > (state.isHidden ? SILENT_AFTER_MS.hidden : SILENT_AFTER_MS.shown) }
  }))
  /** The wall that is steered, or the first of all. */
  const target = computed(() => walls.value.find(({ id }) => id === targetId.value) ?? walls.value.find(({ isSilent }) => !isSilent) ?? walls.value[0] ?? null)

  /** Null without a channel in this browser; a page has one, whatever it is. */
  function open(hear: (message: SteeringMessage) => void): BroadcastChannel | null {
    channel?.close()
    channel = null
    try {
      channel = new BroadcastChannel(channelName(document.baseURI))
    } catch (error) {
      console.warn('This browser has no channel between windows', error)
      isAvailable.value = false
      return null
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readSteeringMessage(data)
      if (message) hear(message)
    }
    return channel
  }

  function send(message: SteeringMessage): void {
    channel?.postMessage(writeSteeringMessage(message))
  }

  /**
   * Be a wall: tell every second, and whenever `tell` of the answer is called, what is shown; obey what is understood.
   *
   * @param describe - The state now.
   * @param obey - Gets commands of known shape; a scene in them is one of `describe().scenes`.
   */
  function announce(describe: () => WallState, obey: (command: SteeringCommand) => void): { tell: () => void; stop: () => void } {
    const wallId = newId()
    /** A page that is left goes on for a moment, or comes back from the browser's memory. */
    let isLeft = false
    const tell = (): void => void (isLeft || send({ kind: 'wall', wallId, state: describe() }))
    const leave = (): void => {
      isLeft = true
      send({ kind: 'gone', wallId })
    }
    const comeBack = (): void => {
      isLeft = false
      tell()
    }
    const opened = open((message) => {
      if (message.kind === 'hello') return tell()
      if (message.kind !== 'command' || (message.wallId !== null && message.wallId !== wallId)) return
      const { command } = message
      if ('sceneId' in command && !describe().scenes.some(({ id }) => id === command.sceneId)) return
      obey(command)
      tell()
    })
    if (!opened) return { tell: () => {}, stop: () => {} }
    const timer = setInterval(tell, HEARTBEAT_MS)
    document.addEventListener('visibilitychange', tell)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    tell()
    return {
      tell,
      stop() {
        clearInterval(timer)
        document.removeEventListener('visibilitychange', tell)
        window.removeEventListener('pagehide', leave)
        window.removeEventListener('pageshow', comeBack)
        leave()
        close(opened)
      },
    }
  }

  /** Be the steering window: hear of walls until the answer is called. */
  function listen(): () => void {
    nowMs.value = performance.now()
    const opened = open((message) => {
      nowMs.value = performance.now()
      if (message.kind === 'gone') forget(([id]) => id === message.wallId)
      if (message.kind !== 'wall' || (heard.value.size >= MAX_WALLS && !heard.value.has(message.wallId))) return
      heard.value = new Map(heard.value).set(message.wallId, { state: message.state, atMs: nowMs.value })
    })
    if (!opened) return () => {}
    const timer = setInterval(() => {
      nowMs.value = performance.now()
      forget(([, { atMs }]) => nowMs.value - atMs > FORGOTTEN_AFTER_MS)
    }, HEARTBEAT_MS)
    send({ kind: 'hello' })
    return () => {
      clearInterval(timer)
      close(opened)
      heard.value = new Map()
    }
  }

  function forget(isGone: (entry: [string, { atMs: number }]) => boolean): void {
    const left = [...heard.value].filter((entry) => !isGone(entry))
    if (left.length < heard.value.size) heard.value = new Map(left)
    // Steering the others instead would be a surprise only where there are several.
    if (targetId.value !== null && !heard.value.has(targetId.value) && heard.value.size <= 1) targetId.value = null
  }

  function close(opened: BroadcastChannel): void {
    opened.close()
    if (channel === opened) channel = null
  }

  /** Steer the chosen wall, or all. */
  function steer(command: SteeringCommand): void {
    send({ kind: 'command', wallId: targetId.value, command })
  }

  return { isAvailable, walls, target, targetId, announce, listen, steer }
})

/** Eight random digits; `randomUUID` is missing on plain http. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
