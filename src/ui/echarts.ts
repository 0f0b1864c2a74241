import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ComposeOption, type ECharts } from 'echarts/core'
import type { LineSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, TooltipComponentOption } from 'echarts/components'
import { CanvasRenderer } from 'echarts/renderers'

// Only the parts that are drawn: the whole library would be twice as large.
use([LineChart, GridComponent, TooltipComponent, AriaComponent, MarkLineComponent, CanvasRenderer])

export type ChartOption = ComposeOption<LineSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption>
export type { ECharts }

/** Start a chart in an element that has a size. */
export function startChart(element: HTMLElement): ECharts {
  return init(element, null, { renderer: 'canvas' })
}
