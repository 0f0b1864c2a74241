import { CHOICE_WORDS, inLanguage, type ExportLanguage, type RecordDataset } from '@/data/export/choice-words'
import { fieldsOfDataset } from '@/data/export/dataset-sheet'
import { shapefileColumns } from '@/data/export/dataset-shapefile'
import { DATASET_WORDS, HEADER_WORDS, unitOf } from '@/data/export/headers'
import { provenanceWord, type ExportSource, type ProvenanceMark } from '@/data/export/provenance-mark'
import type { Sheet } from '@/data/export/sheet'
import type { FeatureDatasetId } from '@/data/fields'
import { formatDay } from '@/domain/day'

/** The sheet that says what a workbook is: where its data come from, what day they speak of, how it was made. */
export function aboutSheet({ manifest, values }: ExportSource, datasets: readonly RecordDataset[], mark: ProvenanceMark, language: ExportLanguage): Sheet {
  const isZh = language === 'zh'
  const counts = datasets.map((dataset) => `${inLanguage(DATASET_WORDS[dataset], language)} ${values[dataset]?.length ?? 0}`)
  const rows: [string, string][] = [
    [isZh ? '数据' : 'Data', counts.join(isZh ? '，' : ', ')],
    [isZh ? '数据性质' : 'Provenance', provenanceWord(mark.provenance, language)],
    [isZh ? '数据截止' : 'Data as of', formatDay(mark.dataDate)],
    [isZh ? '说明' : 'Note', mark.text],
    ...(values.plan ? [[isZh ? '方案' : 'Plan', isZh ? values.plan.title : values.plan.titleEn], [isZh ? '方案来源' : 'Source of the plan', values.plan.source]] as [string, string][] : []),
    ...(manifest.attribution === '' ? [] : [[isZh ? '署名' : 'Attribution', manifest.attribution]] as [string, string][]),
    [isZh ? '坐标' : 'Coordinates', isZh ? 'WGS84 经纬度（°）；面取其内部一点，图形请用 GeoJSON 或 Shapefile' : 'WGS 84 degrees; of an area a point inside it, shapes are in GeoJSON or Shapefile'],
    [isZh ? '空单元格' : 'Empty cell', isZh ? '未知，不是 0' : 'not known, not 0'],
    [isZh ? '文字前的单引号' : 'A quote before a text', isZh ? '防止文字被当作公式计算，不是内容' : 'keeps the text from being computed as a formula, it is no part of it'],
    [isZh ? '程序' : 'Program', 'renovation-map'],
  ]
  return {
    name: isZh ? '说明' : 'About', columns: [{ header: isZh ? '项目' : 'Entry', kind: 'text' }, { header: isZh ? '内容' : 'Content', kind: 'text' }], rows,
  }
}

/** What the short names of shapefile fields mean, with units and choices: goes along as a text. */
export function shapefileNotes(datasets: readonly FeatureDatasetId[], mark: ProvenanceMark, crs: string, language: ExportLanguage): string {
  const isZh = language === 'zh'
  const lines = datasets.flatMap((dataset) => {
    const columns = shapefileColumns(dataset)
    const words = HEADER_WORDS[dataset] as Readonly<Record<string, readonly [string, string]>>
    const fields = fieldsOfDataset(dataset).map(([name, field], at) => {
      const unit = unitOf(name, field)
      const choices = field.kind === 'choice' ? Object.entries(CHOICE_WORDS[dataset][name] ?? {}).map(([value, word]) => `${value} ${inLanguage(word, language)}`) : []
      const parts = [
        columns[at]!.name, name, inLanguage(words[name]!, language), unit ? inLanguage(unit, language) : '', field.kind === 'share' ? '0–1' : choices.join(isZh ? '，' : ', '),
      ]
      return parts.join('\t').trimEnd()
    })
    return ['', `[${dataset}] ${inLanguage(DATASET_WORDS[dataset], language)}`, ...fields]
  })
  const head = isZh
    ? [mark.text, `坐标系 ${crs}，属性编码 UTF-8`, '字段名\t完整名称\t含义\t单位\t取值']
    : [mark.text, `Coordinate system ${crs}, attributes in UTF-8`, 'field\tfull name\tmeaning\tunit\tvalues']
  return `\ufeff${[...head, ...lines].join('\r\n')}\r\n`
}
