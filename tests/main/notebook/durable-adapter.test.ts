import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Collection } from '#shared/notebook.ts'
import { type DocumentFormat, formatDocument } from '../../../src-main/notebook/document-format.ts'
import {
  COLLECTION_FORMAT,
  SAVED_SEARCH_FORMAT,
} from '../../../src-main/notebook/document-formats.ts'
import { DocumentChanged, DurableAdapter } from '../../../src-main/notebook/durable-adapter.ts'
import { makePlace, savedSearch, seen } from './make-notebook.ts'

const collection: Collection = {
  id: 'c',
  created: '',
  modified: '',
  name: '会谈',
  introduction: '',
  entries: [],
}
const other = { ...collection, name: 'Other' }
const good = formatDocument(COLLECTION_FORMAT, collection)

function make() {
  const path = join(makePlace().base, 'document.json')
  const backups: string[] = []
  const makeAdapter = (keepBackup?: (bytes: Uint8Array) => Promise<void>) =>
    new DurableAdapter<Collection>({
      path,
      format: COLLECTION_FORMAT,
      keepBackup:
        keepBackup ??
        ((bytes) => {
          backups.push(Buffer.from(bytes).toString())
          return Promise.resolve()
        }),
      onBackup: () => undefined,
      prepareWrite: () => Promise.resolve(),
    })
  return { path, backups, makeAdapter, adapter: makeAdapter() }
}

async function expectCutsKept<Data extends { name: string }>(
  path: string,
  format: DocumentFormat<Data>,
  adapter: DurableAdapter<Data>,
  data: Data,
): Promise<void> {
  const damaged = { code: 'NOTEBOOK_DAMAGED' }
  const whole = formatDocument(format, data)
  for (let length = 0; length < whole.length - 2; length++) {
    const cut = whole.subarray(0, length)
    writeFileSync(path, cut)
    await expect(adapter.read()).rejects.toMatchObject(damaged)
    await expect(adapter.write({ ...data, name: 'Other' })).rejects.toMatchObject(damaged)
    await expect(adapter.write(null)).rejects.toMatchObject(damaged)
    expect(readFileSync(path).equals(cut)).toBe(true)
  }
}

describe('DurableAdapter', () => {
  it('reads null where there is nothing, and what was written afterwards', async () => {
    const { path, backups, adapter } = make()
    expect(await adapter.read()).toBeNull()
    await adapter.write(collection)
    expect(readFileSync(path)).toEqual(good)
    expect(await adapter.read()).toEqual(collection)
    expect(backups).toEqual([])
  })

  it('keeps what it replaces and what it deletes', async () => {
    const { path, backups, adapter } = make()
    await adapter.write(collection)
    await adapter.write(other)
    expect(backups).toEqual([good.toString()])
    await adapter.write(null)
    expect(backups[1]).toContain('"Other"')
    expect(existsSync(path)).toBe(false)
    await adapter.write(collection)
    expect(await adapter.read()).toEqual(collection)
  })

  it('neither reads nor replaces what is cut off at any byte', async () => {
    const { path, adapter } = make()
    await expectCutsKept(path, COLLECTION_FORMAT, adapter, collection)
  })

  it('neither reads nor replaces a saved search that is cut off at any byte', async () => {
    const path = join(makePlace().base, 'document.json')
    const adapter = new DurableAdapter({
      path,
      format: SAVED_SEARCH_FORMAT,
      keepBackup: () => Promise.resolve(),
      onBackup: () => undefined,
      prepareWrite: () => Promise.resolve(),
    })
    const search = savedSearch({ seen: seen({ 会谈: '1', b: '2' }) })
    await expectCutsKept(path, SAVED_SEARCH_FORMAT, adapter, search)
  })

  it('does not replace what has a flipped bit and was not read', async () => {
    const { path, makeAdapter } = make()
    for (let bit = 0; bit < good.length * 8; bit += 3) {
      const flipped = Buffer.from(good)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      writeFileSync(path, flipped)
      await expect(makeAdapter().write(other)).rejects.toThrow()
      expect(readFileSync(path).equals(flipped)).toBe(true)
    }
  })

  it('hands over what another program wrote instead of replacing it', async () => {
    const { path, adapter } = make()
    await adapter.write(collection)
    writeFileSync(path, formatDocument(COLLECTION_FORMAT, other))
    const refusal = await adapter.write(collection).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DocumentChanged)
    expect((refusal as DocumentChanged<Collection>).theirs).toEqual(other)
    await adapter.write(collection)
    expect(await adapter.read()).toEqual(collection)
  })

  it('notices also what another program writes while the new bytes are being saved', async () => {
    const { path, makeAdapter } = make()
    const adapter = makeAdapter(() => {
      writeFileSync(path, formatDocument(COLLECTION_FORMAT, other))
      return Promise.resolve()
    })
    await adapter.write(collection)
    await expect(adapter.write({ ...collection, name: 'Mine' })).rejects.toThrow(DocumentChanged)
    expect(readFileSync(path, 'utf8')).toContain('"Other"')
  })
})
