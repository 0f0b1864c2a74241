import { computed } from 'vue'
import type { CrsChoice } from '@/domain/crs'
import type { Finding } from '@/domain/finding'
import type { FileSummary, ImportRow, ImportTarget, LayerSummary } from '@/domain/import'
import type { Encoding } from '@/domain/source-file'
import { findingText } from '@/i18n/finding-messages'
import { useDataText } from '@/i18n/use-data-text'
import { useLanguage } from '@/i18n/use-text'
import { useGeodataStore } from '@/stores/geodata'
import { formatCount, UNKNOWN } from '@/ui/format'
import { choiceName } from '@/views/data/crs-words'

const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8', gb18030: 'GBK', big5: 'Big5', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Latin 1',
}
const FORMAT_NAMES = { geojson: 'GeoJSON', shapefile: 'SHP', kml: 'KML', kmz: 'KMZ', gpx: 'GPX', csv: 'CSV', xlsx: 'XLSX' } as const
const KILOBYTE = 1024
const SHARE_FIELDS: readonly string[] = ['doneShare', 'share60Plus', 'shareUnder3']

/** Names and sentences of the clerks' view, in the language of the page. */
export function useDataWords() {
  const text = useDataText()
  const language = useLanguage()
  const geodata = useGeodataStore()
  const nameById = computed(() => {
    const { communities, buildings, plan } = geodata.programme ?? { communities: [], buildings: [], plan: null }
    const communityName = new Map(communities.map(({ id, name }) => [id, name]))
    return new Map([
      ...(plan?.districts ?? []).map(({ id, name, nameEn }) => [id, language.value === 'zh' ? name : nameEn] as const),
      ...buildings.map(({ id, communityId, name }) => [id, `${communityName.get(communityId) ?? ''} ${name}`] as const),
      ...communityName,
    ])
  })

  /** Name of an item or milestone of the plan, of which a wide ledger has a column each: `item:J02`. */
  const planNames = computed(() => {
    const { items = [], milestones = [] } = geodata.programme?.plan ?? {}
    const name = (one: { name: string; nameEn: string }): string => (language.value === 'zh' ? one.name : one.nameEn)
    return new Map<string, string>([...items.map((item) => [`item:${item.code}`, name(item)] as const), ...milestones.map((milestone) => [`milestone:${milestone.code}`, name(milestone)] as const)])
  })
  const fieldName = (field: string): string => text.value.field[field] ?? planNames.value.get(field) ?? field

  /** Value of a field as a person writes it: names for ids, percent for shares. */
  function valueText(field: string, value: string): string {
    if (value === '') return text.value.changes.empty
    if (value === 'true' || value === 'false') return value === 'true' ? text.value.changes.yes : text.value.changes.no
    const number = Number(value)
    if (SHARE_FIELDS.includes(field) && Number.isFinite(number)) return `${+(number * 100).toFixed(1)}%`
    if (field.endsWith('M2') && Number.isFinite(number)) return formatCount(number)
    return nameById.value.get(value) ?? planNames.value.get(`item:${value}`) ?? planNames.value.get(`milestone:${value}`) ?? value
  }

  const formatName = (file: FileSummary): string => (file.format === 'mapping' ? text.value.mapping.title : file.format ? FORMAT_NAMES[file.format] : text.value.file.unknownFormat)

  /** A file with one row that is not used has errors; one with a question waits. */
  function verdictOf({ verdict, layers }: FileSummary): FileSummary['verdict'] | 'open' {
    if (verdict === 'rejected' || layers.some(({ rejected }) => rejected > 0)) return 'rejected'
    return layers.some(({ crs, openUnits, open }) => crs.isOpen || openUnits.length > 0 || open > 0) ? 'open' : verdict
  }

  /** `412 行` or `35 面`. */
  function countsText({ geometryCounts, rowCount }: LayerSummary): string {
    const shapes = Object.entries(geometryCounts).filter(([, count]) => count > 0)
    if (shapes.length === 0) return text.value.unit.rows(formatCount(rowCount))
    const kinds: Readonly<Record<string, string>> = text.value.geometry
    return shapes.map(([kind, count]) => `${formatCount(count)} ${kinds[kind] ?? kind}`).join(' · ')
  }

  return {
    formatName, countsText,
    encodingName: (encoding: Encoding): string => ENCODING_NAMES[encoding],
    crsText: (choice: CrsChoice): string => choiceName(choice, text.value.crs),
    targetName: (target: ImportTarget): string => text.value.target[target],
    fieldName, valueText, verdictOf,
    verdictWord: (verdict: ReturnType<typeof verdictOf>): string => (verdict === 'open' ? text.value.verdict.repaired : verdict === 'repaired' ? text.value.rowVerdict.repaired : text.value.verdict[verdict]),
    /** What an import changes in one field: `户数 189 → 192`. */
    differenceText: ({ field, from, to }: ImportRow['changedFields'][number]): string => (field === 'geometry' ? text.value.changes.shape : text.value.changes.fromTo(fieldName(field), valueText(field, from), valueText(field, to))),
    /** Name of what an id stands for; the id itself if it is not known. */
    nameOf: (id: string): string => nameById.value.get(id) ?? id,
    /** Fields are told by the name a person knows; a column of a file has its own. */
    findingWords: (finding: Finding) => findingText(finding.field === null ? finding : { ...finding, field: fieldName(finding.field) }, language.value),
    /** Where a finding is, as a person would look it up: file, row, column. */
    placeOf({ file, feature, field }: Finding): string {
      const [, kind, number] = /^(row|feature) (\d+)$/.exec(feature ?? '') ?? []
      const where = kind === 'row' ? text.value.findings.row(file, number!) : kind === 'feature' ? text.value.findings.feature(file, number!) : [file, feature].filter(Boolean).join(' · ')
      return field === null ? where : `${where} · ${fieldName(field)}`
    },
    rowPlace: (row: ImportRow, file: FileSummary | null): string => (file ? text.value.findings.row(file.name, String(row.number)) : ''),
    distanceText(metres: number | null): string {
      if (metres === null || !Number.isFinite(metres)) return UNKNOWN
      if (metres < 10) return text.value.unit.m(metres.toFixed(1))
      return metres < 10_000 ? text.value.unit.m(formatCount(metres)) : text.value.unit.km(formatCount(metres / 1000))
    },
    sizeText(bytes: number): string {
      if (bytes < KILOBYTE) return text.value.unit.bytes(String(bytes))
      return bytes < KILOBYTE ** 2 ? text.value.unit.kilobytes(formatCount(bytes / KILOBYTE)) : text.value.unit.megabytes((bytes / KILOBYTE ** 2).toFixed(1))
    },
    /** A number with its sign: `+36`, `−36`, `0`. */
    signed(value: number, digits = 0): string {
      const written = digits === 0 ? formatCount(Math.abs(value)) : Math.abs(value).toFixed(digits)
      return Number(written.replaceAll(',', '')) === 0 ? written : `${value < 0 ? '−' : '+'}${written}`
    },
  }
}
