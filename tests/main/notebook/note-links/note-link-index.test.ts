import { describe, expect, it } from 'vitest'
import {
  type LinkingText,
  NoteLinkIndex,
} from '../../../../src-main/notebook/note-links/note-link-index.ts'

const note = (id: string): LinkingText => ({ kind: 'note', id, entryId: null })
const idsOf = async (index: NoteLinkIndex, eventId: string) =>
  (await index.find(eventId)).map(({ source }) => source.id)

describe('NoteLinkIndex', () => {
  it('finds the texts that link to the name of an event', async () => {
    const index = new NoteLinkIndex()
    index.set(note('1'), 'See [a](/news/2008/06/6/Some%20talks.md#top)')
    index.set(note('2'), 'See [b](/news/other.md)')
    index.set(note('3'), 'None.')
    expect(await idsOf(index, 'news/2008/06/6/some talks')).toEqual(['1'])
    expect(await idsOf(index, 'news/2008/06/6/none')).toEqual([])
  })

  it('follows a text that is changed or gone, also before it was read', async () => {
    const index = new NoteLinkIndex()
    index.set(note('1'), '[a](/a.md)')
    index.set(note('1'), '[b](/b.md)')
    expect(await idsOf(index, 'a')).toEqual([])
    expect(await idsOf(index, 'b')).toEqual(['1'])
    index.set(note('1'), null)
    expect(await idsOf(index, 'b')).toEqual([])
  })

  it('reads a text again that is changed while it is read', async () => {
    const index = new NoteLinkIndex()
    index.set(note('1'), '[a](/a.md)\n\n'.repeat(3000))
    const asking = index.find('a')
    index.set(note('1'), '[b](/b.md)')
    expect(await asking).toEqual([])
    expect(await idsOf(index, 'b')).toEqual(['1'])
  })
})
