import { mappedField } from '@/data/import/mapping-fields'
import { readDayCell } from '@/data/import/read-day-cell'
import type { Table } from '@/data/import/table'
import type { Finding } from '@/domain/finding'
import type { TableMapping } from '@/domain/import'
import type { RawValue } from '@/domain/source-file'

/** The one year that the titles above a table name: 2024年改造进度表. Null if they name none or several. */
export function titleYear({ titles }: Pick<Table, 'titles'>): string | null {
  const years = new Set(titles.flatMap((title) => [...title.normalize('NFKC').slice(0, 300).matchAll(/(?<!\d)(20\d{2})(?=[年./-])/g)].map(([, year]) => year!)))
  return years.size === 1 ? [...years][0]! : null
}

/** 6月15日 with the year of the title before it; everything else as it is. */
export function withTitleYear(raw: RawValue, year: string | null): RawValue {
  return year !== null && lacksYear(raw) ? `${year}年${String(raw).trim()}` : raw
}

const lacksYear = (raw: RawValue): raw is string => typeof raw === 'string' && readDayCell(raw) === 'year'

/** Columns whose days have the year of the title, told once each. */
export function titleYearFindings(table: Table, mapping: TableMapping, file: string): Finding[] {
  const year = titleYear(table)
  if (year === null) return []
  return mapping.columns.flatMap(({ column, field }): Finding[] => {
    if (field === null || mappedField(mapping.target, field)?.kind !== 'day') return []
    const at = table.columns.indexOf(column)
    const without = table.rows.filter(({ values }) => lacksYear(values[at] ?? null))
    if (without.length === 0) return []
    return [{ code: 'year-of-title', severity: 'warning', file, feature: `row ${without[0]!.number}`, field: column, params: { year, count: without.length, found: String(without[0]!.values[at]) } }]
  })
}
