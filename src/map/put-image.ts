import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bitmap } from '@/map/draw-symbol'

/** Put an image on the map, in place of an older one of the same id. Two of its pixels are one px. */
export function putImage(map: MapLibreMap, id: string, image: Bitmap): void {
  if (!map.hasImage(id)) return void map.addImage(id, image, { pixelRatio: 2 })
  const { width, height } = map.getImage(id)?.data ?? image
  if (width === image.width && height === image.height) return void map.updateImage(id, image)
  map.removeImage(id)
  map.addImage(id, image, { pixelRatio: 2 })
}
