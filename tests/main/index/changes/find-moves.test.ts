import { describe, expect, it } from 'vitest'
import { useEventTable } from './event-table.ts'

describe('findMoves', () => {
  it('knows a renamed page by its bytes', () => {
    const table = useEventTable({ 'x/a': { bytes: 'one', title: 'A' } })
    table.move('x/a', 'x/b', { bytes: 'one', title: 'A' })
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → x/b'])
    const [change] = table.list().changes
    expect(change!.before).toEqual(change!.after)
  })

  it('knows an event by its text where the bytes differ, and shows what changed as well', () => {
    const texts = { title: 'A', summary: 'S' }
    const table = useEventTable({ 'x/a': { ...texts, topic: 'T' } })
    table.move('x/a', 'y/b', { ...texts, topic: 'U' })
    table.finish()
    expect(table.list().changes).toMatchObject([
      { kind: 'moved', id: 'y/b', formerId: 'x/a', before: { topic: 'T' }, after: { topic: 'U' } },
    ])
  })

  it('knows an event that only a day page reports', () => {
    const table = useEventTable({ 'x/a': { title: 'A', bytes: null } })
    table.move('x/a', 'y/a', { title: 'A', bytes: null })
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → y/a'])
  })

  it('knows a page that was filed under another date by its name and text', () => {
    const texts = { title: 'A', summary: 'S' }
    const table = useEventTable({ '2012/03/04/a': { ...texts, date: '2012-03-04' } })
    table.move('2012/03/04/a', '2012/03/05/a', { ...texts, date: '2012-03-05' })
    table.finish()
    expect(table.describe()).toEqual(['moved 2012/03/04/a → 2012/03/05/a'])
  })

  it('knows a page by name, date and sources where the headline changed as well', () => {
    const sources: [string, string, null][] = [['A', 'https://a.example/1', null]]
    const table = useEventTable({ 'x/a-strike-ends': { title: 'A strike ends', sources } })
    table.move('x/a-strike-ends', 'y/a-strike-ends', { title: 'The strike ends', sources })
    table.finish()
    expect(table.describe()).toEqual(['moved x/a-strike-ends → y/a-strike-ends'])
  })

  it('does not take an event of the same headline on another date for a moved one', () => {
    const table = useEventTable({ 'x/markets-fall': { title: 'Markets fall', date: '2012-03-04' } })
    table.move('x/markets-fall', 'y/markets-fall', { title: 'Markets fall', date: '2012-03-09' })
    table.finish()
    expect(table.describe()).toEqual(['added y/markets-fall', 'removed x/markets-fall'])
  })

  it('does not take a page of the same name with nothing else in common for a moved one', () => {
    const table = useEventTable({ 'x/notes': { title: 'A strike', summary: 'In the port.' } })
    table.move('x/notes', 'y/notes', { title: 'A flood', summary: 'In the hills.' })
    table.finish()
    expect(table.describe()).toEqual(['removed x/notes', 'added y/notes'])
  })

  it('does not guess between two pages that could be meant', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same })
    table.remove('x/a')
    table.add('y/b', same)
    table.add('y/c', same)
    expect(table.finish()).toEqual({ added: 2, changed: 0, removed: 1, moved: 0 })
  })

  it('does not guess between two events that could have been it', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same, 'x/b': same })
    table.remove('x/a')
    table.remove('x/b')
    table.add('y/c', same)
    expect(table.finish()).toEqual({ added: 1, changed: 0, removed: 2, moved: 0 })
  })

  it('lets the name decide between several, in a folder that was moved', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same, 'x/b': same })
    table.move('x/a', 'y/a', same)
    table.move('x/b', 'y/b', same)
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → y/a', 'moved x/b → y/b'])
  })

  it('lets the folder decide where the names do not', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same, 'y/a': same })
    table.move('x/a', 'x/b', same)
    table.move('y/a', 'y/c', same)
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → x/b', 'moved y/a → y/c'])
  })

  it('pairs what remains when the rest is paired', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same, 'x/b': same })
    table.move('x/a', 'y/a', same)
    table.move('x/b', 'z/c', same)
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → y/a', 'moved x/b → z/c'])
  })

  it('takes no event for moved whose page is still there', () => {
    const same = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': same })
    table.rewrite('x/a', same)
    table.add('y/a', same)
    table.finish()
    expect(table.describe()).toEqual(['added y/a'])
  })

  it('sees a move through an import that was killed between', () => {
    const texts = { bytes: 'one', title: 'A' }
    const table = useEventTable({ 'x/a': texts })
    table.remove('x/a')
    // Killed here; what follows is the next import.
    table.add('y/a', texts)
    table.finish()
    expect(table.describe()).toEqual(['moved x/a → y/a'])
  })
})
