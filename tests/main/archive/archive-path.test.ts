import { describe, expect, it } from 'vitest'
import {
  isHiddenName,
  isIndexPath,
  isPageName,
  withoutPageExtension,
} from '../../../src-main/archive/archive-path.ts'

describe('isPageName', () => {
  it('takes Markdown files only', () => {
    expect(['a.md', 'a.MD', 'a.markdown', 'a.txt', 'a.md.png', 'md'].map(isPageName)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('withoutPageExtension', () => {
  it('keeps every other dot', () => {
    expect(withoutPageExtension('2008/u.s.-oil-at-138.54.md')).toBe('2008/u.s.-oil-at-138.54')
  })
})

describe('isIndexPath', () => {
  it('knows the page of a folder by its name', () => {
    const paths = ['a/index.md', 'README.md', 'a/index', 'a/indexing.md', 'index/a.md']
    expect(paths.map(isIndexPath)).toEqual([true, true, true, false, false])
  })
})

describe('isHiddenName', () => {
  it('hides what begins with a dot', () => {
    expect([isHiddenName('.git'), isHiddenName('git')]).toEqual([true, false])
  })
})
