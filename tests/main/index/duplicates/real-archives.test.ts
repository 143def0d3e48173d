import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { groupReports } from '../../../../src-main/index/duplicates/group-reports.ts'
import { placeIndex, runImport } from '../import/run-import.ts'

const ARCHIVES = process.env['ANNALS_REAL_ARCHIVES']

// By reading all pairs of these days: one report stands there twice, under slugs of two lengths.
const FOLDED = [
  ['en', 1],
  ['zh-sample', 0],
] as const

describe.skipIf(ARCHIVES === undefined)('groupReports on real archives', () => {
  it.each(FOLDED)('folds in %s what is the same and nothing else', async (name, count) => {
    const indexPath = placeIndex()
    await runImport(join(ARCHIVES!, name), indexPath)
    const database = new DatabaseSync(indexPath, { readOnly: true })
    const leaders = groupReports(database)
    database.close()
    expect([...leaders].filter((leader, ordinal) => leader !== ordinal)).toHaveLength(count)
  })
})
