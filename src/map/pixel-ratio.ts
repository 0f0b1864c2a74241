/** More pixels than this per CSS pixel cannot be seen and cost four times the work. */
const MAX_PIXEL_RATIO = 2

/** Pixels that the map should draw per CSS pixel. */
export const wantedPixelRatio = () => Math.min(globalThis.devicePixelRatio || 1, MAX_PIXEL_RATIO)

/** How often the ratio is compared, besides the event. */
const COMPARE_MS = 3_000

/**
 * Call `act` whenever the pixel ratio of the screen changes: another screen, another zoom of the page.
 * A media query of the present ratio stops matching then; where nothing tells of that, a comparison now and then does.
 *
 * @returns A function that ends it.
 */
export function watchPixelRatio(act: () => void): () => void {
  let ratio = globalThis.devicePixelRatio
  let query: MediaQueryList | undefined
  function compare(): void {
    if (globalThis.devicePixelRatio === ratio) return
    ratio = globalThis.devicePixelRatio
    listen()
    act()
  }
  function listen(): void {
    query?.removeEventListener?.('change', compare)
    query = globalThis.matchMedia?.(`(resolution: ${ratio}dppx)`)
    query?.addEventListener?.('change', compare)
  }
  listen()
  const timer = setInterval(compare, COMPARE_MS)
  return () => {
    query?.removeEventListener?.('change', compare)
    clearInterval(timer)
  }
}

/** Part 0…1 of the wanted pixels that a canvas really has: the rest is stretched. 1 for a canvas without a size. */
export function drawnPixelShare(canvas: Pick<HTMLCanvasElement, 'width' | 'height' | 'clientWidth' | 'clientHeight'>): number {
  const wanted = canvas.clientWidth * canvas.clientHeight * wantedPixelRatio() ** 2
  // Sizes are rounded to whole pixels; that is not a loss.
  const share = wanted > 0 ? (canvas.width * canvas.height) / wanted : 1
  return share > 0.99 ? 1 : share
}

let limit: [width: number, height: number] | null = null

/**
 * Largest canvas that the graphics unit can draw, px. MapLibre's own limit of 4096 would leave a wall of
 * 7680 × 2160 with 28 % of its pixels. Asked once, with a context that is given back at once.
 */
export function canvasLimit(): [width: number, height: number] {
  limit ??= askLimit()
  return limit ? [...limit] : [4096, 4096]
}

function askLimit(): [number, number] | null {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return null
  const side = Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE) as number, gl.getParameter(gl.MAX_RENDERBUFFER_SIZE) as number)
  const [width, height] = gl.getParameter(gl.MAX_VIEWPORT_DIMS) as Int32Array
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  // A context that was lost meanwhile answers with null.
  return side > 0 && width && height ? [Math.min(side, width), Math.min(side, height)] : null
}
