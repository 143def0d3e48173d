import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Collection } from '#shared/notebook.ts'
import { type DocumentFormat, formatDocument } from '../../../src-main/notebook/document-format.ts'
import {
  ANNOTATIONS_FORMAT,
  CLAIM_FORMAT,
  COLLECTION_FORMAT,
  SAVED_SEARCH_FORMAT,
  TAGS_FORMAT,
} from '../../../src-main/notebook/document-formats.ts'
import { DocumentChanged, DurableAdapter } from '../../../src-main/notebook/durable-adapter.ts'
import { claim, evidence } from './make-claims.ts'
import { annotation, makePlace, savedSearch, seen } from './make-notebook.ts'

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

async function expectCutsKept<Data extends object>(
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
    await expect(adapter.write(structuredClone(data))).rejects.toMatchObject(damaged)
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

  it.each<[string, DocumentFormat<object>, object]>([
    ['a saved search', SAVED_SEARCH_FORMAT, savedSearch({ seen: seen({ 会谈: '1', b: '2' }) })],
    ['a claim', CLAIM_FORMAT, claim({ evidence: [evidence('e')] })],
    ['tags', TAGS_FORMAT, { tags: [{ id: '会谈', colour: 'blue', modified: '2020' }] }],
    ['annotations', ANNOTATIONS_FORMAT, { annotations: [annotation({ note: '会谈' })] }],
  ])('neither reads nor replaces %s cut off at any byte', async (_, format, data) => {
    const path = join(makePlace().base, 'document.json')
    const adapter = new DurableAdapter({
      path,
      format,
      keepBackup: () => Promise.resolve(),
      onBackup: () => undefined,
      prepareWrite: () => Promise.resolve(),
    })
    await expectCutsKept(path, format, adapter, data)
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
