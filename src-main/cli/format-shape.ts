import type { NameCount } from '#shared/browse.ts'
import type { AnswerShape, HistogramBar } from '#shared/search.ts'
import { formatRows } from './format-rows.ts'
import type { Paint } from './paint.ts'
import { cleanLine } from './terminal-text.ts'

const BAR_CHARACTERS = 40

/** When an answer's events took place, and which names most of them have. */
export function formatShape({ histogram, facets }: AnswerShape, paint: Paint): string[] {
  const { bars, unit, imprecise, undated } = histogram
  const lists: [title: string, names: NameCount[]][] = facets
    ? [
        ['Entities', facets.entities],
        ['Sources', facets.sources],
        ['Topics', facets.topics],
        ['Tags', facets.tags],
      ]
    : []
  return [
    paint('heading', `By ${unit}`),
    ...formatBars(bars),
    ...(imprecise > 0
      ? [paint('faint', `${imprecise.toLocaleString('en')} dated less precisely`)]
      : []),
    ...(undated > 0 ? [paint('faint', `${undated.toLocaleString('en')} without a date`)] : []),
    ...lists.flatMap(([title, names]) =>
      names.length === 0 ? [] : [paint('heading', title), formatNames(names)],
    ),
  ]
}

/** Units without events are left out, since an answer may span centuries. */
function formatBars(bars: HistogramBar[]): string[] {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return bars
    .filter(({ count }) => count > 0)
    .map(({ date, count }) => {
      const length = Math.max(1, Math.round((count / most) * BAR_CHARACTERS))
      return `${date.padEnd('2008-06-06'.length)}  ${'▇'.repeat(length)} ${count.toLocaleString('en')}`
    })
}

function formatNames(names: NameCount[]): string {
  return formatRows(names.map(({ name, count }) => [cleanLine(name), count.toLocaleString('en')]))
}
