import { describe, expect, it } from 'vitest'
import { type TextualEvent, composeEventText, findPart } from '#shared/event-text.ts'

const EVENT: TextualEvent = {
  title: 'Ministers  sign a\u00A0river treaty',
  topic: 'Water',
  summary: 'First paragraph.\n\nSecond\tparagraph.',
  body: null,
  sources: [
    { name: 'Radio One', url: null, image: null },
    { name: '', url: null, image: null },
    { name: '國際 Daily', url: null, image: null },
  ],
  relations: [
    { id: 'a', title: 'Storm closes the ports', date: null, entities: [], resolved: true },
  ],
  revisions: [{ id: 'b', title: 'Ministers sign', time: null, label: null, resolved: false }],
}

const wordsOf = (event: TextualEvent) => {
  const { text, parts } = composeEventText(event)
  return parts.map(({ kind, index, startUtf16, endUtf16 }) => {
    return [kind, index, text.slice(startUtf16, endUtf16)]
  })
}

describe('composeEventText', () => {
  it('puts all words in one row, with where each part stands', () => {
    expect(composeEventText(EVENT).text).toBe(
      [
        'Ministers sign a river treaty',
        'Water',
        'First paragraph. Second paragraph.',
        'Radio One',
        '',
        '國際 Daily',
        'Storm closes the ports',
        'Ministers sign',
      ].join('\n'),
    )
    expect(wordsOf(EVENT)).toEqual([
      ['headline', 0, 'Ministers sign a river treaty'],
      ['topic', 0, 'Water'],
      ['summary', 0, 'First paragraph. Second paragraph.'],
      ['source', 0, 'Radio One'],
      ['source', 1, ''],
      ['source', 2, '國際 Daily'],
      ['relation', 0, 'Storm closes the ports'],
      ['revision', 0, 'Ministers sign'],
    ])
  })

  it('has the words of a body in the place of its excerpt', () => {
    const bare = { ...EVENT, topic: null, sources: [], relations: [], revisions: [] }
    expect(wordsOf({ ...bare, body: '# Café\n\n*text*' })).toEqual([
      ['headline', 0, 'Ministers sign a river treaty'],
      ['body', 0, 'Café text'],
    ])
    expect(wordsOf({ ...bare, summary: '' })).toHaveLength(1)
  })
})

describe('findPart', () => {
  it('finds the part at every place of the text, and none beyond', () => {
    const eventText = composeEventText(EVENT)
    for (let at = 0; at <= eventText.text.length; at++) {
      const part = findPart(eventText, at)!
      expect(part.startUtf16).toBeLessThanOrEqual(at)
      expect(part.endUtf16).toBeGreaterThanOrEqual(at)
    }
    expect(findPart(eventText, -1)).toBeNull()
    expect(findPart(eventText, eventText.text.length + 1)).toBeNull()
  })
})
