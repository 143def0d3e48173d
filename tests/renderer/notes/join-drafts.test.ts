import { describe, expect, it } from 'vitest'
import type { Annotation } from '#shared/notebook.ts'
import { joinDrafts } from '../../../src-renderer/components/notes/join-drafts.ts'
import { type NoteCalls, createNoteDraft } from '../../../src-renderer/stores/note-draft.ts'

function annotate(id: string, day: number): Annotation {
  const created = `2026-01-0${day}T00:00:00.000Z`
  const event = { id: 'e1', date: null, title: 'Headline', text: '' }
  const marking = { selector: null, colour: null, state: 'open' } as const
  return { id, created, modified: created, event, note: id, tags: [], ...marking }
}

const CALLS: NoteCalls = {
  create: () => Promise.resolve(annotate('made', 9)),
  update: (id) => Promise.resolve(annotate(id, 1)),
  remove: () => Promise.resolve(),
  list: () => Promise.resolve([]),
}

describe('joinDrafts', () => {
  const older = annotate('older', 1)
  const newer = annotate('newer', 2)

  it('lists the newest note first, whatever was changed last', () => {
    expect(joinDrafts([older, newer], []).map(({ key }) => key)).toEqual(['newer', 'older'])
  })

  it('shows a note that is being changed in its place', () => {
    const draft = createNoteDraft('e1', older, CALLS)
    const items = joinDrafts([older, newer], [draft])
    expect(items.map((item) => item.draft)).toEqual([null, draft])
  })

  it('keeps a new note first and under one key when its annotation is made', async () => {
    const draft = createNoteDraft('e1', null, CALLS)
    const before = joinDrafts([older], [draft])
    draft.write({ note: 'x' })
    await draft.flush()
    const after = joinDrafts([older, annotate('made', 9)], [draft])
    expect(before.map(({ key }) => key)).toEqual([draft.key, 'older'])
    expect(after.map(({ key }) => key)).toEqual([draft.key, 'older'])
  })

  it('still shows a note being changed whose annotation is gone', () => {
    const draft = createNoteDraft('e1', older, CALLS)
    expect(joinDrafts([newer], [draft]).map((item) => item.draft)).toEqual([draft, null])
  })
})
