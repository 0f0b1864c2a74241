import type { Purpose } from '@/cli/synthesize/layout'
import type { Point } from '@/cli/synthesize/plane'
import type { Landmark } from '@/domain/place'

/** A block that was given its purpose by hand, by a point on the plan inside it. */
export interface NamedPlace {
  at: Point
  purpose: Purpose
  /** What stands there, for blocks of public use. */
  layout: 'school' | 'government' | 'hospital' | 'culture' | 'market' | 'park' | 'square' | 'factory'
  kind: Landmark['kind']
  name: string
  nameEn: string
}

/** All names are invented or generic. */
export const PLACES: readonly NamedPlace[] = [
  { at: [-330, 290], purpose: 'public', layout: 'government', kind: 'government', name: '示例市政务中心', nameEn: 'Sample City Hall' },
  { at: [-330, 100], purpose: 'green', layout: 'square', kind: 'park', name: '示例人民广场', nameEn: 'Sample People’s Square' },
  { at: [-530, 290], purpose: 'public', layout: 'culture', kind: 'culture', name: '示例文化中心', nameEn: 'Sample Cultural Centre' },
  { at: [-720, -420], purpose: 'public', layout: 'school', kind: 'school', name: '示例第一中学', nameEn: 'Sample No. 1 Middle School' },
  { at: [740, 470], purpose: 'public', layout: 'school', kind: 'school', name: '示例实验小学', nameEn: 'Sample Experimental Primary School' },
  { at: [410, -600], purpose: 'public', layout: 'school', kind: 'school', name: '示例第二小学', nameEn: 'Sample No. 2 Primary School' },
  { at: [1080, -1000], purpose: 'public', layout: 'school', kind: 'school', name: '示例第三中学', nameEn: 'Sample No. 3 Middle School' },
  { at: [-1160, -1200], purpose: 'public', layout: 'school', kind: 'school', name: '示例第四小学', nameEn: 'Sample No. 4 Primary School' },
  { at: [-1600, 290], purpose: 'public', layout: 'school', kind: 'school', name: '示例第五小学', nameEn: 'Sample No. 5 Primary School' },
  { at: [250, 1490], purpose: 'public', layout: 'school', kind: 'school', name: '示例汶北学校', nameEn: 'Sample Wenbei School' },
  { at: [910, 20], purpose: 'public', layout: 'hospital', kind: 'hospital', name: '示例人民医院', nameEn: 'Sample People’s Hospital' },
  { at: [-1360, -1050], purpose: 'public', layout: 'hospital', kind: 'hospital', name: '示例中医院', nameEn: 'Sample Hospital of Chinese Medicine' },
  { at: [410, 290], purpose: 'commercial', layout: 'market', kind: 'market', name: '示例中心市场', nameEn: 'Sample Central Market' },
  { at: [-140, -1220], purpose: 'commercial', layout: 'market', kind: 'market', name: '示例城南市场', nameEn: 'Sample South Market' },
  { at: [-330, -1000], purpose: 'green', layout: 'park', kind: 'park', name: '示例人民公园', nameEn: 'Sample People’s Park' },
  { at: [1240, 470], purpose: 'green', layout: 'park', kind: 'park', name: '示例锦湖公园', nameEn: 'Sample Jinhu Park' },
  { at: [580, -720], purpose: 'green', layout: 'park', kind: 'park', name: '示例青年公园', nameEn: 'Sample Youth Park' },
  { at: [-1160, 100], purpose: 'green', layout: 'park', kind: 'park', name: '示例溪畔公园', nameEn: 'Sample Brookside Park' },
  { at: [-130, 1720], purpose: 'public', layout: 'culture', kind: 'culture', name: '示例体育中心', nameEn: 'Sample Sports Centre' },
  { at: [2400, -200], purpose: 'industrial', layout: 'factory', kind: 'factory', name: '示例食品厂', nameEn: 'Sample Food Works' },
  { at: [2400, 420], purpose: 'industrial', layout: 'factory', kind: 'factory', name: '示例机械厂', nameEn: 'Sample Machine Works' },
]
