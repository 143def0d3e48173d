import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { AnnalsError } from '#shared/errors.ts'
import { APPLICATION_ID, PAGE_BYTES, SCHEMA, SCHEMA_VERSION } from './schema.ts'

const BUSY_TIMEOUT_MS = 10_000
const HEADER_BYTES = 100

const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/**
 * Open the index of an archive for writing, or make it. What is there is opened only where it is
 * an index of ours, of this version and whole; anything else is set aside and made anew, because
 * an index is a cache.
 *
 * @param path - Absolute path of the database; its folder is made.
 * @throws INDEX_UNUSABLE where nothing can be written there
 */
export function openIndexForWriting(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return openWhole(path) ?? createIndex(path)
  } catch (cause) {
    const message = `The index cannot be written: ${path}`
    throw new AnnalsError('INDEX_UNUSABLE', message, { details: { path }, cause })
  }
}

/** Move a database out of the way as `<name>.set-aside-<n>`. Of those before it none is kept. */
export function setIndexAside(path: string): void {
  const folder = dirname(path)
  const prefix = `${basename(path)}.set-aside-`
  const former = readdirSync(folder).filter((name) => name.startsWith(prefix))
  const numbers = former.map((name) => Number(name.slice(prefix.length))).filter(Number.isInteger)
  for (const name of former) rmSync(join(folder, name), { recursive: true, force: true })
  renameSync(path, join(folder, `${prefix}${Math.max(0, ...numbers) + 1}`))
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
}

function openWhole(path: string): DatabaseSync | null {
  if (!exists(path)) return null
  if (looksOurs(path)) {
    const database = connectUndamaged(path)
    if (database && isWhole(database)) return database
    database?.close()
  }
  setIndexAside(path)
  return null
}

function connectUndamaged(path: string): DatabaseSync | null {
  try {
    return connect(path)
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

function createIndex(path: string): DatabaseSync {
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  const database = connect(path)
  database.exec(`
    BEGIN IMMEDIATE;
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${SCHEMA_VERSION};
    ${SCHEMA}
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE);
  `)
  return database
}

/** Whether SQLite met something that no healthy database holds. */
export function isDamage(error: unknown): boolean {
  if (error instanceof AnnalsError || !(error instanceof Error) || !('errcode' in error))
    return false
  // The low byte is the kind of error, what is above it the detail.
  const kind = Number(error.errcode) & 0xff
  return kind === SQLITE_CORRUPT || kind === SQLITE_NOTADB
}

function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, {
    timeout: BUSY_TIMEOUT_MS,
    allowExtension: false,
    defensive: true,
    enableDoubleQuotedStringLiterals: false,
  })
  try {
    database.exec(`
      -- Of a database that is made; one that is there keeps its own.
      PRAGMA page_size = ${PAGE_BYTES};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA trusted_schema = OFF;
    `)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Look at the header before SQLite does: ours, of this version, and not cut short. */
function looksOurs(path: string): boolean {
  const stats = statSync(path)
  if (!stats.isFile() || stats.size < HEADER_BYTES) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(descriptor)
  }
  // Offsets of the SQLite database header.
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  return (
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(60) === SCHEMA_VERSION &&
    header.readUInt32BE(68) === APPLICATION_ID &&
    header.readUInt32BE(28) * pageBytes <= stats.size
  )
}

/**
 * Whether every table is there and its ends can be read. A check of every page of a large file
 * would take longer than an import of what changed; damage in the middle shows when it is met. Only
 * an index that an import left unfinished is checked as a whole, since a first one does not wait for
 * the disk.
 */
function isWhole(database: DatabaseSync): boolean {
  try {
    const tables = SCHEMA.matchAll(/CREATE (?:VIRTUAL )?TABLE (\w+)/gu)
    for (const [, table = ''] of tables) {
      database.prepare(`SELECT * FROM ${table} LIMIT 1`).get()
      if (table !== 'event_text')
        database.prepare(`SELECT count(*) FROM (SELECT 1 FROM ${table} LIMIT 100)`).get()
    }
    const { state } =
      database.prepare("SELECT value AS state FROM meta WHERE key = 'state'").get() ?? {}
    const check = state === 'unfinished' ? 'PRAGMA quick_check' : "PRAGMA quick_check('meta')"
    const { quick_check: verdict } = database.prepare(check).get() ?? {}
    return verdict === 'ok'
  } catch {
    return false
  }
}
