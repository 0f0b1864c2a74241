/**
 * Stands in the public edition in the place of code that only offices need: rules of finding land, exports of sites,
 * search by pinyin. A public edition has neither the data nor the views that would ask for it.
 */
function absent(): never {
  throw new Error('Not in the public edition')
}

export const readLandRules = absent
export const writeLand = absent
export const pinyinKeys = absent
