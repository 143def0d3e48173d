import type { GeneratedArchive } from './generate-archive.ts'
import type { ImportFigures } from './measures/measure-import.ts'
import type { NotebookFigures } from './measures/measure-notebook.ts'
import type { SearchFigures } from './measures/measure-search.ts'
import type { WindowFigures } from './measures/measure-window.ts'
import type { Sample } from './statistics.ts'

/** All that a run measured; a part that was left out is `null` or empty. */
export interface BenchReport {
  machine: {
    processor: string
    cores: number
    memoryBytes: number
    platform: string
    electron: string
    node: string
    sqlite: string | null
    /** Load average over one minute. */
    loadBefore: number
    loadAfter: number
  }
  archive: GeneratedArchive
  import: ImportFigures | null
  search: SearchFigures[] | null
  notebook: NotebookFigures[]
  window: WindowFigures | null
}

type Row = [measure: string, value: string, against: string, ratio: string]

/** Print a run as a table. What is in brackets is the lowest and the highest of repeated runs. */
export function printReport(report: BenchReport): void {
  const { machine, archive } = report
  console.log(
    `\n${archive.events} events, ${archive.files} files, ${megabytes(archive.bytes)}, ` +
      `seed ${archive.seed}`,
  )
  console.log(
    `${machine.cores} × ${machine.processor}, ${megabytes(machine.memoryBytes)}, ` +
      `${machine.platform}, Electron ${machine.electron}, SQLite ${machine.sqlite ?? 'none'}, ` +
      `load ${machine.loadBefore.toFixed(1)} → ${machine.loadAfter.toFixed(1)}`,
  )
  printTable(
    ['measure', 'median (lowest–highest)', 'against', 'ratio'],
    [
      ...(report.import === null ? [] : importRows(report.import)),
      ...report.notebook.map(notebookRow),
      ...(report.window === null ? [] : windowRows(report.window)),
    ],
  )
  if (report.search !== null) {
    printTable(
      ['first 100 results', 'queries', 'found', 'p50 ms', 'p95 ms', 'p99 ms', 'slowest'],
      report.search.map((row) => [
        row.kind,
        String(row.queries),
        String(row.medianTotal),
        ...[row.p50Ms, row.p95Ms, row.p99Ms].map((ms) => ms.toFixed(1)),
        `${row.worst.ms.toFixed(1)} ms: ${row.worst.query}`,
      ]),
    )
  }
}

function importRows(figures: ImportFigures): Row[] {
  const { importPeakBytes, barePeakBytes, indexBytes, pageBytes } = figures
  return [
    [
      'import',
      seconds(figures.importMs),
      `${figures.scan}: ${seconds(figures.scanMs)}`,
      times(figures.importPerScan),
    ],
    ['processor time of the import', seconds(figures.importProcessorMs), '', ''],
    [
      'peak memory of the import',
      between(importPeakBytes, megabytes),
      `bare process: ${megabytes(barePeakBytes)}`,
      `+ ${megabytes(importPeakBytes.median - barePeakBytes)}`,
    ],
    [
      'index',
      megabytes(indexBytes),
      `pages: ${megabytes(pageBytes)}`,
      (indexBytes / pageBytes).toFixed(2),
    ],
    [
      're-opening unchanged',
      seconds(figures.reopenMs),
      `lstat walk: ${seconds(figures.statWalkMs)}`,
      times(figures.reopenPerStatWalk),
    ],
  ]
}

function notebookRow(figures: NotebookFigures): Row {
  const pair = (p50: number, p95: number) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
  return [
    `save with ${figures.annotations} annotations`,
    pair(figures.saveP50Ms, figures.saveP95Ms),
    `bare durable write: ${pair(figures.bareWriteP50Ms, figures.bareWriteP95Ms)}`,
    figures.savePerBareWrite.toFixed(2),
  ]
}

function windowRows(figures: WindowFigures): Row[] {
  const { memory } = figures
  const start: Row = [
    'launch to a usable list',
    seconds(figures.usableMs),
    `blank window: ${seconds(figures.blankMs)}`,
    times(figures.usablePerBlank),
  ]
  if (memory === null) return [start]
  return [
    start,
    [
      'memory of the app (PSS)',
      between(memory.appBytes, megabytes),
      `blank window: ${between(memory.blankBytes, megabytes)}`,
      times(memory.appPerBlank),
    ],
  ]
}

function between(sample: Sample, format: (value: number) => string): string {
  const { median, lowest, highest } = sample
  return `${format(median)} (${format(lowest)}–${format(highest)})`
}

const seconds = (sample: Sample) => between(sample, (ms) => `${(ms / 1000).toFixed(2)} s`)
const times = (sample: Sample) => between(sample, (ratio) => ratio.toFixed(2))
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

function printTable(heading: string[], rows: string[][]): void {
  if (rows.length === 0) return
  const widths = heading.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length)),
  )
  console.log()
  for (const row of [heading, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
  }
}
