import type { Map as MapLibreMap } from 'maplibre-gl'

/**
 * The map as a PNG.
 *
 * A WebGL canvas is empty again after its frame was shown, so printing it prints nothing: the
 * picture is taken inside a frame.
 *
 * @throws Error if there is no map or the browser cannot encode the picture.
 */
export function takeSnapshot(map: MapLibreMap | null): Promise<Blob> {
  return new Promise((resolve, reject) => {
    if (!map) return reject(new Error('takeSnapshot() needs an open map, got none'))
    map.once('render', () => {
      map.getCanvas().toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('takeSnapshot() expected a PNG from the browser, got nothing'))),
        'image/png',
      )
    })
    map.triggerRepaint()
  })
}
