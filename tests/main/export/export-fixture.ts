import type { EventDetail, Source } from '#shared/event.ts'
import { DEFAULT_EXPORT_OPTIONS, type MarkdownExportOptions } from '#shared/export.ts'
import type { Annotation, Collection, EventCopy } from '#shared/notebook.ts'
import type { ExportInput } from '../../../src-main/export/gather-entries.ts'

export function options(change: Partial<MarkdownExportOptions> = {}): MarkdownExportOptions {
  return { ...DEFAULT_EXPORT_OPTIONS, ...change }
}

export function source(name: string, url: string | null, image: string | null = null): Source {
  return { name, url, image }
}

export function event(id: string, change: Partial<EventDetail> = {}): EventDetail {
  return {
    id,
    date: '1931-05-04',
    title: `Headline of ${id}`,
    topic: null,
    path: `${id}.md`,
    dayPath: null,
    summary: '',
    body: null,
    sources: [],
    relations: [],
    backlinks: [],
    revisions: [],
    entities: [],
    pageTags: [],
    pageHash: null,
    textVersion: '',
    ...change,
  }
}

function copyOf({ id, date, title, summary }: EventDetail): EventCopy {
  return { id, date, title, text: summary }
}

export function annotation(of: EventDetail, change: Partial<Annotation> = {}): Annotation {
  return {
    id: '7b0f0a52-0000-4000-8000-000000000001',
    created: '2026-02-01T09:00:00.000Z',
    modified: '2026-02-03T09:00:00.000Z',
    event: copyOf(of),
    note: '',
    tags: [],
    selector: null,
    colour: null,
    state: 'open',
    ...change,
  }
}

/** A collection of these events, in this order. */
export function collection(events: EventDetail[], change: Partial<Collection> = {}): Collection {
  return {
    id: '5a1e4c70-0000-4000-8000-000000000009',
    created: '2026-01-01T08:00:00.000Z',
    modified: '2026-01-05T08:00:00.000Z',
    name: 'Harbour strikes',
    introduction: '',
    entries: events.map((of, index) => ({
      id: `e0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      event: copyOf(of),
      remark: '',
      added: '2026-01-02T08:00:00.000Z',
    })),
    ...change,
  }
}

export function input(events: EventDetail[], change: Partial<ExportInput> = {}): ExportInput {
  return {
    collection: collection(events),
    events: new Map(events.map((of) => [of.id, of])),
    annotations: [],
    archiveName: 'chronicle',
    ...change,
  }
}

/** A collection that has everything an export can hold. */
export function fullInput(): ExportInput {
  const strike = event('1931/05/4/strike', {
    title: 'Dockers strike at Port Vell',
    topic: 'Port Vell',
    summary: 'Work stops at noon.\n\nTalks are to begin on Friday.',
    sources: [
      source('The Courier', 'https://courier.example/strike_(day_1)?a=1&b=2'),
      source('Harbour Bulletin', null),
    ],
    relations: [
      {
        id: '1931/05/9/accord',
        title: 'Accord ends strike',
        date: '1931-05-09',
        entities: ['Port Vell', 'Dockers’ Union'],
        resolved: true,
      },
    ],
    pageTags: ['labour'],
  })
  const accord = event('1931/05/9/accord', {
    date: '1931-05-09',
    title: 'Accord ends strike',
    sources: [
      source('The Courier', 'https://courier.example/accord', 'https://courier.example/a.jpg'),
    ],
    backlinks: [
      {
        id: strike.id,
        title: strike.title,
        date: strike.date,
        entities: ['Port Vell'],
        resolved: true,
      },
    ],
  })
  const lost = event('1930/lost', {
    date: '1930-12',
    title: 'A page that is gone',
    summary: 'Kept in the notebook.',
  })
  const base = collection([strike, accord, lost], {
    introduction: '# Aim\n\nWhat began it?[^1]\n\n[^1]: Archive visit, March.',
  })
  const [first, ...others] = base.entries
  return {
    collection: { ...base, entries: [{ ...first!, remark: 'The *first* of three.' }, ...others] },
    events: new Map([
      [strike.id, strike],
      [accord.id, accord],
      [lost.id, null],
    ]),
    annotations: [
      annotation(strike, {
        note: 'Check the hour.',
        tags: ['to check', 'labour'],
        selector: {
          exact: 'Work stops at noon.',
          prefix: '',
          suffix: '',
          startUtf16: 0,
          endUtf16: 19,
          textVersion: 'v1',
          pageHash: null,
        },
      }),
    ],
    archiveName: 'chronicle',
  }
}
