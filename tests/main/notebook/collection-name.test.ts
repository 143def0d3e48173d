import { describe, expect, it } from 'vitest'
import {
  cleanCollectionName,
  collectionFileName,
} from '../../../src-main/notebook/collection-name.ts'

const invalid = expect.objectContaining({ code: 'COLLECTION_NAME_INVALID' }) as Error

describe('cleanCollectionName', () => {
  it('makes one trimmed line of it, in one form of accents', () => {
    expect(cleanCollectionName('  Cafe\u0301 \n war ')).toBe('Café war')
  })

  it('refuses a name of spaces', () => {
    expect(() => cleanCollectionName(' \n\t　')).toThrow(invalid)
  })

  it('takes 200 characters as a person counts them, and no more', () => {
    expect(cleanCollectionName('👩‍🔬'.repeat(200))).toHaveLength(1000)
    expect(() => cleanCollectionName('会'.repeat(201))).toThrow(invalid)
  })
})

describe('collectionFileName', () => {
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
    expect(collectionFileName(name, id)).toBe(file)
  })

  it('stays short without cutting a character in two', () => {
    const file = collectionFileName('会谈'.repeat(100), id)
    expect(Buffer.byteLength(file)).toBeLessThanOrEqual(100)
    expect(file).not.toContain('\uFFFD')
  })
})
