import { mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openIndexForWriting, setIndexAside } from '../../../src-main/index/open-index.ts'
import { APPLICATION_ID, SCHEMA_VERSION } from '../../../src-main/index/schema.ts'
import { makeFolder } from '../archive/temporary-archive.ts'

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

/** Make an index with a row in it. @returns its path. */
function makeIndex(): string {
  const path = join(makeFolder(), 'a.sqlite')
  const database = openIndexForWriting(path)
  database.exec("INSERT INTO meta VALUES ('row', 'kept')")
  database.close()
  return path
}

function readRow(path: string): unknown {
  const database = openIndexForWriting(path)
  const row = database.prepare("SELECT value FROM meta WHERE key = 'row'").get()?.['value'] ?? null
  database.close()
  return row
}

describe('openIndexForWriting', () => {
  it('makes an index of ours with its folder', () => {
    const path = join(makeFolder(), 'deep', 'er', 'a.sqlite')
    const database = openIndexForWriting(path)
    expect(pragma(database, 'application_id')).toBe(APPLICATION_ID)
    expect(pragma(database, 'user_version')).toBe(SCHEMA_VERSION)
    expect(pragma(database, 'journal_mode')).toBe('wal')
    expect(database.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 0 })
    database.close()
  })

  it('opens again what it made, also where the last program died', () => {
    const path = makeIndex()
    expect(readRow(path)).toBe('kept')
    const left = openIndexForWriting(path)
    left.exec("INSERT INTO meta VALUES ('more', '1')")
    expect(readRow(path)).toBe('kept')
    left.close()
  })

  it('loads no extension and lets no statement write the schema', () => {
    const database = openIndexForWriting(makeIndex())
    expect(() => {
      database.enableLoadExtension(true)
    }).toThrow(/extension/u)
    database.exec('PRAGMA writable_schema = ON')
    expect(() => {
      database.exec("UPDATE sqlite_schema SET sql = 'x'")
    }).toThrow()
    database.close()
  })

  it.each<[string, (path: string) => void]>([
    ['an empty file', (path) => writeFileSync(path, '')],
    ['junk', (path) => writeFileSync(path, 'x'.repeat(10_000))],
    ['a header without the rest', (path) => truncateSync(path, 4096)],
    ['a file cut short', (path) => truncateSync(path, readFileSync(path).length - 4096)],
    [
      'a database of another program',
      (path) => {
        writeFileSync(path, '')
        const foreign = new DatabaseSync(path)
        foreign.exec('CREATE TABLE meta (key, value)')
        foreign.close()
      },
    ],
    [
      'an index of another version',
      (path) => {
        const other = new DatabaseSync(path)
        other.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}; PRAGMA wal_checkpoint(TRUNCATE)`)
        other.close()
      },
    ],
    [
      'an index without one of its tables',
      (path) => {
        const other = new DatabaseSync(path)
        other.exec('DROP TABLE unresolved_link')
        other.close()
      },
    ],
    [
      'an index with damaged tables',
      (path) => {
        const bytes = readFileSync(path)
        bytes.fill(0xee, 4096, 8 * 4096)
        writeFileSync(path, bytes)
      },
    ],
  ])('sets %s aside and makes an index anew', (_name, spoil) => {
    const path = makeIndex()
    spoil(path)
    const spoilt = readFileSync(path)
    expect(readRow(path)).toBeNull()
    expect(readFileSync(`${path}.set-aside-1`)).toEqual(spoilt)
  })

  it('sets a folder in its place aside', () => {
    const path = join(makeFolder(), 'a.sqlite')
    mkdirSync(path)
    openIndexForWriting(path).close()
    expect(readdirSync(join(path, '..')).sort()).toContain('a.sqlite.set-aside-1')
  })

  it('says so where nothing can be written', () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'file'), '')
    expect(() => openIndexForWriting(join(folder, 'file', 'a.sqlite'))).toThrow(
      expect.objectContaining({ code: 'INDEX_UNUSABLE' }) as Error,
    )
  })
})

describe('setIndexAside', () => {
  it('keeps only the last one', () => {
    const path = makeIndex()
    setIndexAside(path)
    openIndexForWriting(path).close()
    setIndexAside(path)
    expect(readdirSync(join(path, '..'))).toEqual(['a.sqlite.set-aside-2'])
  })
})
