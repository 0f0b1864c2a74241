// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import DataTable from '@/ui/DataTable.vue'

interface Row { id: string; name: string; share: number | null }
const rows: readonly Row[] = Object.freeze([
  { id: 'a', name: '银杏里', share: 0.2 }, { id: 'b', name: '国槐里', share: null }, { id: 'c', name: '海棠里', share: 0.9 }, { id: 'd', name: '阿楼', share: 0 },
])
const columns = [
  { id: 'name', title: '名称', value: (row: Row) => row.name, text: (row: Row) => row.name },
  { id: 'share', title: '进度', value: (row: Row) => row.share, text: (row: Row) => (row.share === null ? '—' : `${row.share * 100}%`), isNumeric: true },
]
const table = (more: object = {}) => mount(DataTable<Row>, { props: { columns, rows, caption: '小区', empty: '没有', selectedId: null, ...more } })
type Table = ReturnType<typeof table>
const idsOf = (wrapper: Table) => wrapper.findAll('tbody tr').map((row) => row.attributes('data-id'))
const heads = (wrapper: Table) => wrapper.findAll('thead th').map((head) => head.attributes('aria-sort'))

describe('DataTable', () => {
  it('shows rows in their order until it is sorted', () => {
    const wrapper = table()
    expect(idsOf(wrapper)).toEqual(['a', 'b', 'c', 'd'])
    expect(heads(wrapper)).toEqual(['none', 'none'])
    expect(wrapper.find('caption').text()).toBe('小区')
    expect(wrapper.findAll('tbody tr')[1]!.text()).toContain('—')
  })

  it('sorts numbers from the largest, then from the smallest, unknown always last', async () => {
    const wrapper = table()
    const [, share] = wrapper.findAll('thead button')
    await share!.trigger('click')
    expect(idsOf(wrapper)).toEqual(['c', 'a', 'd', 'b'])
    expect(heads(wrapper)).toEqual(['none', 'descending'])
    await share!.trigger('click')
    expect(idsOf(wrapper)).toEqual(['d', 'a', 'c', 'b'])
    expect(heads(wrapper)).toEqual(['none', 'ascending'])
  })

  it('sorts words by pinyin, from the first', async () => {
    const wrapper = table()
    const [name] = wrapper.findAll('thead button')
    await name!.trigger('click')
    expect(idsOf(wrapper)).toEqual(['d', 'b', 'c', 'a'])
    await name!.trigger('click')
    expect(idsOf(wrapper)).toEqual(['a', 'c', 'b', 'd'])
    expect(heads(wrapper)).toEqual(['descending', 'none'])
  })

  it('keeps the order of equals and of all that is unknown', async () => {
    const same = ['x', 'y', 'z'].map((id) => ({ id, name: id, share: id === 'y' ? 0.5 : null }))
    const wrapper = table({ rows: [...same, { id: 'w', name: 'w', share: 0.5 }] })
    await wrapper.findAll('thead button')[1]!.trigger('click')
    expect(idsOf(wrapper)).toEqual(['y', 'w', 'x', 'z'])
  })

  it('stays sorted when the rows change', async () => {
    const wrapper = table()
    await wrapper.findAll('thead button')[1]!.trigger('click')
    await wrapper.setProps({ rows: [...rows, { id: 'e', name: '新', share: 1 }] })
    expect(idsOf(wrapper)).toEqual(['e', 'c', 'a', 'd', 'b'])
  })

  it('chooses a row once, by its button or anywhere in it', async () => {
    const wrapper = table({ selectedId: 'c' })
    await wrapper.find('tr[data-id=b] button').trigger('click')
    await wrapper.find('tr[data-id=a] td').trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['b'], ['a']])
    expect(wrapper.findAll('tr.selected').map((row) => row.attributes('data-id'))).toEqual(['c'])
  })

  it('names rows and columns for screen readers', () => {
    const wrapper = table()
    expect(wrapper.findAll('thead th').every((head) => head.attributes('scope') === 'col')).toBe(true)
    expect(wrapper.findAll('tbody th').map((head) => [head.attributes('scope'), head.text()])[0]).toEqual(['row', '银杏里'])
  })

  it('says that there is nothing', () => {
    const wrapper = table({ rows: [] })
    expect(wrapper.text()).toContain('没有')
    expect(table().text()).not.toContain('没有')
  })

  it('shows names as text, whatever is in them', () => {
    const wrapper = table({ rows: [{ id: 'x', name: '<img src=x onerror=alert(1)>', share: 1 }] })
    expect(wrapper.find('tbody img').exists()).toBe(false)
    expect(wrapper.find('tbody th').text()).toBe('<img src=x onerror=alert(1)>')
  })
})
