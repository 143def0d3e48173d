import { describe, expect, it } from 'vitest'
import { citeSamePage } from '../../../../src-main/index/duplicates/cite-same-page.ts'

const PAGE = 'https://www.harbour.example/2012/strike'

describe('citeSamePage', () => {
  it.each([
    [PAGE],
    ['http://harbour.example/2012/strike'],
    ['https://www.harbour.example/2012/strike/'],
    ['https://www.harbour.example/2012/strike#comments'],
    ['https://www.harbour.example/2012/strike/#comments'],
  ])('takes %s for the same page', (url) => {
    expect(citeSamePage(['https://other.example/a', PAGE], [url])).toBe(true)
  })

  it.each([
    ['https://www.harbour.example/2012/strike?page=2'],
    ['https://www.harbour.example/2012/Strike'],
    ['https://www.harbour.example/2012'],
    ['https://another.example/2012/strike'],
  ])('takes %s for another page', (url) => {
    expect(citeSamePage([PAGE], [url])).toBe(false)
  })

  it.each([
    ['https://harbour.example'],
    ['https://www.harbour.example/'],
    ['http://harbour.example/#a'],
  ])('learns nothing from %s, the first page of an outlet', (url) => {
    expect(citeSamePage([url], [url])).toBe(false)
  })

  it('learns nothing from reports without sources', () => {
    expect(citeSamePage([], [])).toBe(false)
    expect(citeSamePage([PAGE], [])).toBe(false)
  })
})
