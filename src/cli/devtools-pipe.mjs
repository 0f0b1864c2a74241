/**
 * @typedef {object} DevtoolsEvent
 * @property {string} method
 * @property {Record<string, unknown>} params
 * @property {string | undefined} sessionId
 */

/**
 * Speaks the DevTools protocol with a browser started with `--remote-debugging-pipe`: messages as JSON, each ended by a
 * zero byte. Unlike `--remote-debugging-port` nothing listens on the network.
 * @param {import('node:stream').Writable} toBrowser
 * @param {import('node:stream').Readable} fromBrowser
 * @param {(event: DevtoolsEvent) => void} onEvent
 */
export function connectDevtools(toBrowser, fromBrowser, onEvent) {
  /** @type {Map<number, (answer: { result?: Record<string, unknown>, error?: { message: string } }) => void>} */
  const waiting = new Map()
  let lastId = 0
  /** @type {Buffer[]} */
  let pieces = []

  fromBrowser.on('data', (/** @type {Buffer} */ data) => {
    let rest = data
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(Buffer.concat([...pieces, rest.subarray(0, end)]).toString())
      pieces = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) pieces.push(rest)
  })
  // A browser that was killed closes both ends; its exit is what is acted upon.
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', () => {})

  /** @param {string} text */
  function receive(text) {
    const message = JSON.parse(text)
    if (message.id === undefined) return onEvent({ method: message.method, params: message.params ?? {}, sessionId: message.sessionId })
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  }

  return {
    /**
     * @param {string} method
     * @param {Record<string, unknown>} params
     * @param {{ sessionId?: string | undefined, limitMs: number }} options
     * @returns {Promise<Record<string, unknown>>} Rejects if the browser refuses, or does not answer in time.
     */
    send(method, params, { sessionId, limitMs }) {
      const id = ++lastId
      return new Promise((fulfil, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(new Error(`no answer to ${method} for ${limitMs / 1000} s`))
        }, limitMs)
        waiting.set(id, ({ result, error }) => {
          clearTimeout(timer)
          if (error) reject(new Error(`${method}: ${error.message}`))
          else fulfil(result ?? {})
        })
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      })
    },
  }
}
