import type { MeasuredArchive } from './archive/measured-archive.ts'
import type { AnchoringFigures } from './measures/measure-anchoring.ts'
import type { BulkFigures, BulkStep } from './measures/measure-bulk.ts'
import type { ColdImportFigures } from './measures/measure-cold-import.ts'
import type { ImportFigures } from './measures/measure-import.ts'
import type { NotebookFigures } from './measures/measure-notebook.ts'
import type { PaintingFigures } from './measures/measure-painting.ts'
import type { ScrollingFigures } from './measures/measure-scrolling.ts'
import type { SearchFigures } from './measures/measure-search.ts'
import type { TypingFigures } from './measures/measure-typing.ts'
import type { UseFigures } from './measures/measure-use.ts'
import type { WhileImportingFigures } from './measures/measure-while-importing.ts'
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
    /** Share of the processors' time that the host of a virtual machine gave to others, where known. */
    stolen: number | null
  }
  archive: MeasuredArchive
  import: ImportFigures | null
  coldImport: ColdImportFigures | null
  search: SearchFigures[] | null
  whileImporting: WhileImportingFigures | null
  notebook: NotebookFigures[]
  bulk: BulkFigures | null
  anchoring: AnchoringFigures | null
  window: WindowFigures | null
  use: UseFigures | null
  painting: PaintingFigures | null
}

type Row = [measure: string, value: string, against: string, ratio: string]

/** Print a run as a table. What is in brackets is the lowest and the highest of repeated runs. */
export function printReport(report: BenchReport): void {
  const { machine, archive } = report
  console.log(
    `\n${archive.folder}: ${archive.files} files, ${megabytes(archive.bytes)}` +
      (archive.expected ? `, ${archive.expected.events} events, seed ${archive.seed}` : ''),
  )
  console.log(
    `${machine.cores} × ${machine.processor}, ${megabytes(machine.memoryBytes)}, ` +
      `${machine.platform}, Electron ${machine.electron}, SQLite ${machine.sqlite ?? 'none'}, ` +
      `load ${machine.loadBefore.toFixed(1)} → ${machine.loadAfter.toFixed(1)}` +
      (machine.stolen === null ? '' : `, stolen ${(machine.stolen * 100).toFixed(2)} %`),
  )
  printTable(
    ['measure', 'median (lowest–highest)', 'against', 'ratio'],
    [
      ...(report.import === null ? [] : importRows(report.import)),
      ...(report.coldImport === null ? [] : coldImportRows(report.coldImport)),
      ...(report.whileImporting === null ? [] : [whileImportingRow(report.whileImporting)]),
      ...report.notebook.flatMap(notebookRows),
      ...(report.bulk?.steps.map(bulkRow) ?? []),
      ...(report.anchoring === null ? [] : [anchoringRow(report.anchoring)]),
      ...(report.window === null ? [] : windowRows(report.window)),
      ...(report.use === null ? [] : useRows(report.use)),
      ...(report.painting === null ? [] : [paintingRow(report.painting)]),
    ],
  )
  if (report.search !== null) {
    printTable(
      [
        'results, total, histogram, facets',
        'queries',
        'found',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'slowest',
      ],
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
    [
      'import per event',
      between(
        figures.importMs,
        (ms) => `${((ms * 1000) / (figures.counts['events'] ?? 1)).toFixed(0)} µs`,
      ),
      '',
      '',
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
      're-opening until usable',
      seconds(figures.usableMs),
      `lstat walk: ${seconds(figures.statWalkMs)}`,
      times(figures.usablePerStatWalk),
    ],
    [
      're-opening until unchanged',
      seconds(figures.reopenMs),
      `lstat walk: ${seconds(figures.statWalkMs)}`,
      times(figures.reopenPerStatWalk),
    ],
  ]
}

function coldImportRows(figures: ColdImportFigures): Row[] {
  const { importMs, plainMs } = figures
  const scan = `${figures.scan}: ${seconds(figures.scanMs)}`
  const plain = `written plainly: ${seconds(plainMs)}`
  return [
    ['import, nothing in the cache', seconds(importMs), scan, times(figures.importPerScan)],
    ['the same', seconds(importMs), plain, times(figures.importPerPlain)],
    ['written plainly', seconds(plainMs), scan, times(figures.plainPerScan)],
  ]
}

function whileImportingRow(figures: WhileImportingFigures): Row {
  const { duringP50Ms, duringP95Ms, afterP50Ms, afterP95Ms } = figures
  return [
    'search while importing',
    `p50 ${duringP50Ms.toFixed(1)} ms, p95 ${duringP95Ms.toFixed(1)} ms`,
    `afterwards: p50 ${afterP50Ms.toFixed(1)} ms, p95 ${afterP95Ms.toFixed(1)} ms`,
    `${(duringP50Ms / afterP50Ms).toFixed(2)}, ${(duringP95Ms / afterP95Ms).toFixed(2)}`,
  ]
}

function paintingRow(figures: PaintingFigures): Row {
  const { highlights, p50Ms, p95Ms, bareP50Ms, perFrame } = figures
  return [
    `painting ${highlights} highlights`,
    `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`,
    `without any: p50 ${bareP50Ms.toFixed(1)} ms`,
    `${perFrame.toFixed(2)} of a frame`,
  ]
}

function useRows({ typing, scrolling, plain }: UseFigures): Row[] {
  return [
    [
      'keystroke to painted list',
      describeTyping(typing),
      `plain field: ${describeTyping(plain.typing)}`,
      `p95 + ${(typing.p95Ms - plain.typing.p95Ms).toFixed(0)} ms`,
    ],
    ...scrolling.map((one): Row => {
      const other = plain.scrolling.find(({ how }) => how === one.how)
      const against = other === undefined ? '' : `plain list: ${describeFrames(other)}`
      const blank = `blank for ${one.longestBlankMs.toFixed(0)} ms`
      return [`scrolling by ${one.how}`, describeFrames(one), against, blank]
    }),
  ]
}

function describeTyping({ p50Ms, p95Ms, p99Ms }: TypingFigures): string {
  return `p50 ${p50Ms.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms, p99 ${p99Ms.toFixed(0)} ms`
}

function describeFrames({ frames, slowFrames, longestFrameMs }: ScrollingFigures): string {
  return `${slowFrames} of ${frames} frames over 33 ms, longest ${longestFrameMs.toFixed(0)} ms`
}

function notebookRows(figures: NotebookFigures): Row[] {
  const pair = (p50: number, p95: number) => `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
  const { annotations } = figures
  return [
    [
      `opening ${annotations} annotations`,
      `${figures.openMs.toFixed(0)} ms, main thread ${figures.openThreadMs.toFixed(0)} ms`,
      `longest block ${figures.openLongestBlockMs.toFixed(1)} ms`,
      '',
    ],
    [
      `save with ${annotations} annotations`,
      pair(figures.saveP50Ms, figures.saveP95Ms),
      `bare durable write: ${pair(figures.bareWriteP50Ms, figures.bareWriteP95Ms)}`,
      figures.savePerBareWrite.toFixed(2),
    ],
    [
      'in the main thread',
      pair(figures.saveThreadP50Ms, figures.saveThreadP95Ms),
      `${(figures.documentBytes / 1000).toFixed(0)} KB a document`,
      `${figures.documentsWritten} written`,
    ],
  ]
}

function bulkRow({ name, ms, threadMs, longestBlockMs }: BulkStep): Row {
  return [
    `${name}, all annotations at once`,
    `${ms.toFixed(0)} ms, main thread ${threadMs.toFixed(0)} ms`,
    `longest block ${longestBlockMs.toFixed(1)} ms`,
    '',
  ]
}

function anchoringRow({
  marks,
  textLength,
  statuses,
  anchoring,
  searching,
  anchoringPerSearch,
}: AnchoringFigures): Row {
  const stands = Object.entries(statuses).map(([status, count]) => `${count} ${status}`)
  return [
    `anchoring ${marks} marks over as many changed pages of ${textLength} characters`,
    `${seconds(anchoring)} (${stands.join(', ')})`,
    `exact search: ${between(searching, (ms) => `${ms.toFixed(1)} ms`)}`,
    times(anchoringPerSearch),
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
      `+ ${between(memory.overBlankBytes, megabytes)}`,
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
