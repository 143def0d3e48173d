import { describe, expect, it } from 'vitest'
import { useIndex } from './use-index.ts'

const SUMMARY = 'Work stopped 🙂 when the winter wage was refused. The wage had been promised.'
const EVENT = { key: 'a', date: '2008-06-06', title: 'Dockers strike', summary: SUMMARY }

const quote = (exact: string, prefix = '', suffix = '') => ({ eventId: 'a', exact, prefix, suffix })

describe('placeQuotes', () => {
  it('places words that stand there once, however their white space was', () => {
    const { query } = useIndex([EVENT])
    const { textVersion } = query.readEvent('a')
    const [placed] = query.placeQuotes([quote(' winter\n  wage ')])
    const start = `Dockers strike\n${SUMMARY}`.indexOf('winter wage')
    expect(placed).toMatchObject({
      exact: 'winter wage',
      prefix: expect.stringMatching(/when the $/) as string,
      textVersion,
    })
    expect([placed?.startUtf16, placed?.endUtf16]).toEqual([start, start + 'winter wage'.length])
  })

  it('never places words that stand there twice, in part, or not at all', () => {
    const { query } = useIndex([EVENT])
    const elsewhere = { ...quote('winter wage'), eventId: 'nowhere' }
    const quotes = [quote('wage'), quote('inter'), quote('winter wages'), quote(' '), elsewhere]
    expect(query.placeQuotes(quotes)).toEqual([null, null, null, null, null])
  })

  it('tells two places apart by what stands around the words', () => {
    const { query } = useIndex([EVENT])
    const text = `Dockers strike\n${SUMMARY}`
    const places = [text.indexOf('wage'), text.lastIndexOf('wage')]
    const quotes = places.map((at) =>
      quote('wage', text.slice(Math.max(0, at - 32), at), text.slice(at + 4, at + 36)),
    )
    const placed = query.placeQuotes(quotes)
    expect(placed.map((selector) => selector?.startUtf16)).toEqual(places)
  })
})

describe('countPositions', () => {
  it('counts code points in the very text, and in no other', () => {
    const { query } = useIndex([EVENT])
    const [placed] = query.placeQuotes([quote('winter wage')])
    const text = `Dockers strike\n${SUMMARY}`
    const start = Array.from(text.slice(0, text.indexOf('winter wage'))).length
    expect(start).toBe(placed!.startUtf16 - 1)
    const at = (selector: object) => ({ eventId: 'a', selector: { ...placed!, ...selector } })
    const places = [
      at({}),
      at({ textVersion: 'other' }),
      at({ endUtf16: 9999 }),
      at({ startUtf16: -1 }),
    ]
    expect(query.countPositions([...places, { ...at({}), eventId: 'nowhere' }])).toEqual([
      { start, end: start + 11 },
      ...[null, null, null, null],
    ])
  })
})
