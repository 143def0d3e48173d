import { describe, expect, it } from 'vitest'
import { COLLECTION, SAVED_SEARCH } from '../../../src-main/notebook/named-kinds.ts'
import { cleanRecordName, recordFileName } from '../../../src-main/notebook/record-name.ts'

const invalid = expect.objectContaining({ code: 'COLLECTION_NAME_INVALID' }) as Error

describe('cleanRecordName', () => {
  it('makes one trimmed line of it, in one form of accents', () => {
    expect(cleanRecordName(COLLECTION, '  Cafe\u0301 \n war ')).toBe('Café war')
  })

  it('refuses a name of spaces', () => {
    expect(() => cleanRecordName(COLLECTION, ' \n\t　')).toThrow(invalid)
  })

  it('takes 200 characters as a person counts them, and no more', () => {
    expect(cleanRecordName(COLLECTION, '👩‍🔬'.repeat(200))).toHaveLength(1000)
    expect(() => cleanRecordName(COLLECTION, '会'.repeat(201))).toThrow(invalid)
  })

  it('says what needs a name, with the code of its kind', () => {
    expect(() => cleanRecordName(SAVED_SEARCH, '')).toThrow(
      expect.objectContaining({
        code: 'SAVED_SEARCH_NAME_INVALID',
        message: 'A saved search needs a name.',
      }),
    )
  })
})

describe('recordFileName', () => {
  const id = '0a1b2c3d-0000-4000-8000-000000000000'

  it.each([
    ['Six-party talks', 'six-party-talks-0a1b2c3d.json'],
    ['六方会谈：北京', '六方会谈-北京-0a1b2c3d.json'],
    ['مفاوضات', 'مفاوضات-0a1b2c3d.json'],
    ['../../etc/passwd', 'etc-passwd-0a1b2c3d.json'],
    ['con', 'con-0a1b2c3d.json'],
    ['...', 'collection-0a1b2c3d.json'],
    ['\u202Eevil\u0000/\\', 'evil-0a1b2c3d.json'],
    ['🙂', 'collection-0a1b2c3d.json'],
  ])('names the file of “%s” %s', (name, file) => {
    expect(recordFileName(COLLECTION, { name, id })).toBe(file)
  })

  it('falls back to the word of its kind', () => {
    expect(recordFileName(SAVED_SEARCH, { name: '?', id })).toBe('search-0a1b2c3d.json')
  })

  it('stays short without cutting a character in two', () => {
    const file = recordFileName(COLLECTION, { name: '会谈'.repeat(100), id })
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(100)
    expect(file).not.toContain('\uFFFD')
  })
})
