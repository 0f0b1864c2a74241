/** MapLibre, as far as the canvas uses it, without a graphics unit. */
type Listener = (event: Record<string, unknown>) => void

export class GPUInitializationError extends Error {}
/** Who left, in order. */
export const log: string[] = []
/** The way to the workers. */
export const dispatcher = { ping: async () => true, ensureWorkers: async () => {} }
export class FakeMap {
  static all: FakeMap[] = []
  static failure: Error | null = null
  listeners: [string, Listener][] = []
  calls: [string, unknown][] = []
  canvas = document.createElement('canvas')
  options: Record<string, unknown>
  constructor(options: Record<string, unknown>) {
    this.options = options
    if (FakeMap.failure) throw FakeMap.failure
    FakeMap.all.push(this)
  }
  on(type: string, listener: Listener) {
    const entry: [string, Listener] = [type, listener]
    this.listeners.push(entry)
    return { unsubscribe: () => (this.listeners = this.listeners.filter((each) => each !== entry)) }
  }
  once(type: string, listener: Listener) {
    this.on(type, listener)
  }
  fire(type: string, event: Record<string, unknown> = {}) {
    for (const [each, listener] of this.listeners) if (each === type) listener(event)
  }
  record(name: string, value?: unknown) {
    this.calls.push([name, value])
    return this
  }
  addControl() { this.record('addControl') }
  setPadding(padding: unknown) { this.record('setPadding', padding) }
  flyTo(goal: unknown) { this.record('flyTo', goal) }
  jumpTo(goal: unknown) { this.record('jumpTo', goal) }
  easeTo(goal: unknown) { this.record('easeTo', goal) }
  setPaintProperty(...args: unknown[]) { this.record('setPaintProperty', args) }
  setLight(light: unknown) { this.record('setLight', light) }
  triggerRepaint() { this.fire('render') }
  setPixelRatio(ratio: number) { this.record('setPixelRatio', ratio) }
  getLayer() { return {} }
  getCanvas() { return this.canvas }
  getCenter() { return { lng: 119.1970004, lat: 36.431 } }
  getZoom() { return 15.12345 }
  getPitch() { return 48 }
  getBearing() { return -18 }
  remove() { log.push('map') }
}

export const library = {
  Map: FakeMap, GPUInitializationError, setWorkerUrl: () => {}, prewarm: () => {}, ScaleControl: class {},
  getGlobalDispatcher: () => dispatcher,
}
