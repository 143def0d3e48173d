// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { ALLOWED_ADDRESS } from '../../../src-renderer/markdown/sanitise-html.ts'

describe('ALLOWED_ADDRESS', () => {
  it.each([
    'https://example.org/a',
    'http://example.org',
    'mailto:a@example.org',
    '/news/2008/06/6/a.md',
    'a.md',
    '../a.md#part',
    '#part',
    'path/with:colon.md',
    'annals:collection/0f8e2c1a-5b5e',
  ])('lets %s be a link', (address) => {
    expect(ALLOWED_ADDRESS.test(address)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'ftp://example.org',
    'tel:1',
    '//example.org/a',
    '\\\\example.org\\a',
    '/\\example.org',
    'blob:x',
    'annals://app/',
    'annals:collection/../x',
  ])('keeps %s from being a link', (address) => {
    expect(ALLOWED_ADDRESS.test(address)).toBe(false)
  })
})
