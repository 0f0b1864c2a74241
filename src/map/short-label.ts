/** More than this is no label: two lines and a half of Chinese. */
const MAX_CHARACTERS = 24
/** Joins the character before it to the next one, which is cut off. */
const DANGLING = /[\u200d\ufe0f]+$/u

/**
 * A name as it is drawn on the map, cut to what a label can hold. MapLibre arranges labels by their text in a plain
 * object and cannot draw a tile with one that every object has as a key, such as `constructor`: a space tells it apart.
 */
export function shortLabel(name: string): string {
  const characters = [...name]
  const text = characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS - 1).join('').replace(DANGLING, '')}…` : name
  return text in {} ? `${text} ` : text
}
