import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import type { Annotation, TextSelector } from '#shared/notebook.ts'
import {
  type NoteCalls,
  type NoteContent,
  createNoteDraft,
  isBlank,
} from '../../../src-renderer/stores/note-draft.ts'

const SELECTOR: TextSelector = {
  exact: 'fuel aid',
  prefix: '',
  suffix: '',
  startUtf16: 0,
  endUtf16: 8,
  textVersion: 'v1',
  pageHash: null,
}

/** A notebook in memory whose disk can be full: changes are then kept and reported as not saved. */
function openNotebook() {
  const kept = new Map<string, Annotation>()
  const notebook = { kept, isDiskFull: false, calls: null as unknown as NoteCalls }
  let made = 0

  function settle(annotation: Annotation): Promise<Annotation> {
    kept.set(annotation.id, annotation)
    if (notebook.isDiskFull) {
      return Promise.reject(new AnnalsError('NOTEBOOK_NOT_SAVED', 'No space left on the disk.'))
    }
    return Promise.resolve(annotation)
  }

  notebook.calls = {
    create: ({ eventId, ...content }) => {
      made += 1
      return settle(annotate(`a${made}`, eventId, content))
    },
    update: (id, content) => {
      const known = kept.get(id)
      if (!known) return Promise.reject(new AnnalsError('ANNOTATION_NOT_FOUND', 'It is gone.'))
      return settle({ ...known, ...content })
    },
    remove: (id) => {
      kept.delete(id)
      return Promise.resolve()
    },
    list: (eventId) => Promise.resolve([...kept.values()].filter((a) => a.event.id === eventId)),
  }
  return notebook
}

function annotate(id: string, eventId: string, content: NoteContent): Annotation {
  const moment = '2026-01-02T03:04:05.000Z'
  const event = { id: eventId, date: '2008-06-06', title: 'Headline', text: '' }
  const marking = { selector: null, colour: null, state: 'open' } as const
  return { id, created: moment, modified: moment, event, ...marking, ...content }
}

function notesOf(notebook: { kept: Map<string, Annotation> }) {
  return [...notebook.kept.values()].map(({ event, note, tags }) => [event.id, note, tags])
}

describe('isBlank', () => {
  it('is true where there is neither a word nor a tag', () => {
    expect(isBlank({ note: ' \n', tags: [] })).toBe(true)
    expect(isBlank({ note: '', tags: ['aid'] })).toBe(false)
    expect(isBlank({ note: 'x', tags: [] })).toBe(false)
  })
})

describe('createNoteDraft', () => {
  it('keeps a mark whose note is left empty, and writes it anew as a mark', async () => {
    const notebook = openNotebook()
    const marked = { ...annotate('a0', 'e1', { note: 'Old', tags: [] }), selector: SELECTOR }
    notebook.kept.set('a0', marked)
    const draft = createNoteDraft('e1', marked, notebook.calls)
    draft.write({ note: '' })
    expect(await draft.leave()).toBe('kept')
    expect(notesOf(notebook)).toEqual([['e1', '', []]])
    notebook.kept.clear()
    draft.write({ note: 'New' })
    await draft.flush()
    expect([...notebook.kept.values()][0]?.selector).toEqual(SELECTOR)
  })

  it('makes one annotation at the first words and changes it afterwards', async () => {
    const notebook = openNotebook()
    const draft = createNoteDraft('e1', null, notebook.calls)
    draft.write({ note: 'First' })
    await draft.flush()
    draft.write({ note: 'First words' })
    draft.write({ tags: ['aid'] })
    await draft.flush()
    expect(notesOf(notebook)).toEqual([['e1', 'First words', ['aid']]])
    expect(draft.state.value).toBe('saved')
  })

  it('saves to its own event however quickly another is opened', async () => {
    const notebook = openNotebook()
    const drafts = ['e1', 'e2', 'e3'].map((id) => createNoteDraft(id, null, notebook.calls))
    for (const draft of drafts) {
      draft.write({ note: `about ${draft.eventId}` })
      void draft.leave()
    }
    await Promise.all(drafts.map((draft) => draft.leave()))
    expect(notesOf(notebook)).toEqual([
      ['e1', 'about e1', []],
      ['e2', 'about e2', []],
      ['e3', 'about e3', []],
    ])
  })

  it('makes nothing where nothing was written', async () => {
    const notebook = openNotebook()
    const draft = createNoteDraft('e1', null, notebook.calls)
    draft.write({ note: '   ' })
    expect(await draft.leave()).toBe('nothing')
    expect(notesOf(notebook)).toEqual([])
  })

  it('deletes an annotation that is left empty, but not before', async () => {
    const notebook = openNotebook()
    const annotation = annotate('a0', 'e1', { note: 'Old', tags: [] })
    notebook.kept.set('a0', annotation)
    const draft = createNoteDraft('e1', annotation, notebook.calls)
    draft.write({ note: '' })
    expect(notesOf(notebook)).toEqual([['e1', 'Old', []]])
    expect(await draft.leave()).toBe('deleted')
    expect(notesOf(notebook)).toEqual([])
  })

  it('keeps the words where they cannot be saved, and makes one annotation only', async () => {
    const notebook = openNotebook()
    notebook.isDiskFull = true
    const draft = createNoteDraft('e1', null, notebook.calls)
    draft.write({ note: 'Precious' })
    expect(await draft.leave()).toBe('unsaved')
    expect(draft.state.value).toBe('failed')
    expect(draft.error.value).toMatchObject({ code: 'NOTEBOOK_NOT_SAVED' })
    notebook.isDiskFull = false
    expect(await draft.leave()).toBe('kept')
    expect(notesOf(notebook)).toEqual([['e1', 'Precious', []]])
  })

  it('writes the note anew where it was deleted while being written', async () => {
    const notebook = openNotebook()
    const draft = createNoteDraft('e1', null, notebook.calls)
    draft.write({ note: 'One' })
    await draft.flush()
    notebook.kept.clear()
    draft.write({ note: 'One two' })
    await draft.flush()
    expect(notesOf(notebook)).toEqual([['e1', 'One two', []]])
  })

  it('follows a change made elsewhere, unless newer words wait', async () => {
    const notebook = openNotebook()
    const annotation = annotate('a0', 'e1', { note: 'One', tags: [] })
    notebook.kept.set('a0', annotation)
    const draft = createNoteDraft('e1', annotation, notebook.calls)
    draft.follow({ ...annotation, note: 'Undone' })
    expect(draft.content.value.note).toBe('Undone')
    draft.write({ note: 'Newer' })
    draft.follow({ ...annotation, note: 'Undone again' })
    expect(draft.content.value.note).toBe('Newer')
    await draft.flush()
    expect(notesOf(notebook)).toEqual([['e1', 'Newer', []]])
  })
})
