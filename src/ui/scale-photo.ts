/** Longer side of a photo on a wall, px; a phone's is three times as long. */
const MAX_SIDE_PX = 1600
/** Tries until a photo is small enough: side and quality of the JPEG. */
const TRIES = [[1, 0.86], [1, 0.7], [0.75, 0.7], [0.5, 0.7]] as const

/** Brands of HEIF pictures (ISO/IEC 23008-12), as phones name them in the first box of a file. */
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']

/** True for a photo of a phone that most browsers cannot show; known by its content, whatever it is called. */
export async function isHeif(photo: Blob): Promise<boolean> {
  const head = new TextDecoder('latin1').decode(await photo.slice(0, 12).arrayBuffer())
  return head.slice(4, 8) === 'ftyp' && HEIF_BRANDS.includes(head.slice(8))
}

/**
 * Make a photo small enough to be kept and shown. Drawing it anew leaves out all that the camera wrote into it.
 *
 * @param maxBytes - Of the result.
 * @returns A JPEG; null if the file is no photo this browser can read.
 */
export async function scalePhoto(photo: Blob, maxBytes: number): Promise<Uint8Array | null> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  try {
    for (const [part, quality] of TRIES) {
      const blob = await draw(bitmap, Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height)) * part, quality)
      if (blob && blob.size <= maxBytes) return new Uint8Array(await blob.arrayBuffer())
    }
    return null
  } finally {
    bitmap.close()
  }
}

function draw(bitmap: ImageBitmap, scale: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return Promise.resolve(null)
  // A JPEG has no transparency: what was clear would be black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
