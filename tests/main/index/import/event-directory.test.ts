import { describe, expect, it } from 'vitest'
import { EventDirectory } from '../../../../src-main/index/import/event-directory.ts'

const FROM = 'news/2012/03/4/from'

function makeDirectory(keys: string[], root = '/archives/site'): EventDirectory {
  const directory = new EventDirectory(root)
  directory.add({ keys, numbers: keys.map((_, index) => index + 1) })
  return directory
}

function find(keys: string[], target: string, from = FROM, root?: string): string | null {
  return makeDirectory(keys, root).find(target, from)?.key ?? null
}

describe('EventDirectory', () => {
  it.each([
    ['from the root', ['news/2012/03/4/a'], '/news/2012/03/4/a'],
    ['with a prefix that is no folder', ['news/2012/03/4/a'], '/zh/news/2012/03/4/a'],
    ['to an archive opened deeper', ['03/4/a'], '/news/2012/03/4/a'],
    ['to an archive opened higher', ['sites/en/news/2012/03/4/a'], '/news/2012/03/4/a'],
    ['with another prefix on both sides', ['en/news/2012/03/4/a'], '/zh/news/2012/03/4/a'],
    ['with other letters', ['news/2012/03/4/A'], '/News/2012/03/4/a'],
    ['with a padded day', ['news/2012/03/4/a'], '/news/2012/3/04/a'],
    ['beside the page', ['news/2012/03/4/a'], 'a'],
    ['from the folder above', ['news/2012/03/5/a'], '../5/a'],
    ['by its name alone', ['notes/deep/a'], 'a'],
    ['with a leading dot', ['news/2012/03/4/a'], './a'],
  ])('finds an event by a link %s', (_how, keys, target) => {
    expect(find(keys, target)).toBe(keys[0])
  })

  it.each([
    ['another day', ['news/2012/03/5/a'], '/news/2012/03/4/a'],
    ['another month', ['news/2012/04/4/a'], '/news/2012/03/4/a'],
    ['another name', ['news/2012/03/4/b'], '/news/2012/03/4/a'],
    ['another folder of the same depth', ['notes/one/a'], '/notes/two/a'],
  ])('does not take an event of %s for the target', (_what, keys, target) => {
    expect(find(keys, target)).toBeNull()
  })

  it('does not take an event of the year that was opened for one of another year', () => {
    expect(find(['03/4/a'], '/news/2012/03/4/a', '03/4/from', '/news/2012')).toBe('03/4/a')
    expect(find(['03/4/a'], '/news/2010/03/4/a', '03/4/from', '/news/2012')).toBeNull()
  })

  it('prefers the edition of the page that links', () => {
    const keys = ['en/news/2012/03/4/a', 'zh/news/2012/03/4/a']
    expect(find(keys, '/news/2012/03/4/a', 'zh/news/2012/03/4/b')).toBe(keys[1])
    expect(find(keys, '/news/2012/03/4/a', 'en/news/2012/03/4/b')).toBe(keys[0])
  })

  it('forgets events and learns their numbers', () => {
    const directory = makeDirectory(['a', 'b'])
    directory.add({ keys: ['a'], numbers: [9] })
    expect(directory.find('/a', '')?.number).toBe(9)
    directory.remove(['a'])
    expect(directory.find('/a', '')).toBeNull()
    expect(directory.find('/b', '')?.number).toBe(2)
  })

  it.each([
    ['/news/2012/03/4/new', 'news/2012/03/4/new'],
    ['/zh/news/2012/03/4/new', 'news/2012/03/4/new'],
    ['/zh/news/2012/03/9/new', 'zh/news/2012/03/9/new'],
    ['/zh/news/2010/03/4/new', 'zh/news/2010/03/4/new'],
    ['../4/new', 'news/2012/03/4/new'],
    ['/new', 'new'],
  ])('names the event that %s would lead to', (target, key) => {
    expect(makeDirectory(['news/2012/03/4/a']).keyOf(target, FROM)).toBe(key)
  })

  it('names events in the edition of the page that links', () => {
    const directory = makeDirectory(['en/news/2012/03/4/a', 'zh/news/2012/03/4/a'])
    const key = directory.keyOf('/news/2012/03/4/new', 'zh/news/2012/03/4/b')
    expect(key).toBe('zh/news/2012/03/4/new')
  })
})
