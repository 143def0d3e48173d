// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import type { EventText } from '#shared/event-text.ts'
import { type TextMap, mapText } from '../../../src-renderer/marking/map-text.ts'

const HEADLINE = 'Talks resume in Geneva'
const SUMMARY = 'Envoys meet again.\n\nThey speak of fuel aid.'
const REVISION = 'Talks may resume'

function composeText(): EventText {
  const parts: EventText['parts'] = []
  let text = ''
  for (const [kind, words] of [
    ['headline', HEADLINE],
    ['summary', SUMMARY],
    ['revision', REVISION],
  ] as const) {
    const startUtf16 = text.length
    text += `${words}\n`
    parts.push({ kind, index: 0, startUtf16, endUtf16: startUtf16 + words.length })
  }
  return { text, parts }
}

const PAGE = `
  <p class="date">6 June 2008</p>
  <h1 data-text-part="headline:0">Talks <em>resume</em>
    in Geneva</h1>
  <div data-text-part="summary:0"><p>Envoys meet   again.</p><p>They speak of fuel aid.</p></div>
  <p data-text-part="revision:0">Talks <del>may </del>resume<ins data-text-skip> in Geneva</ins></p>
`

describe('mapText', () => {
  const eventText = composeText()
  let map: TextMap

  beforeEach(() => {
    document.body.innerHTML = PAGE
    map = mapText(document.body, eventText)
  })

  const nodeOf = (words: string): Text => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      if (node.data.includes(words)) return node
    }
    throw new Error(`No “${words}” in the page.`)
  }
  const select = (from: string, to: string): Range => {
    const range = document.createRange()
    const start = nodeOf(from)
    const end = nodeOf(to)
    range.setStart(start, start.data.indexOf(from))
    range.setEnd(end, end.data.indexOf(to) + to.length)
    return range
  }
  const wordsOf = (range: Range) => {
    const chosen = map.choose(range)
    return chosen && eventText.text.slice(chosen.startUtf16, chosen.endUtf16)
  }
  const shownAt = (words: string) => {
    const startUtf16 = eventText.text.indexOf(words)
    return map.rangesOf({ startUtf16, endUtf16: startUtf16 + words.length }).map((init) => {
      const range = document.createRange()
      range.setStart(init.startContainer, init.startOffset)
      range.setEnd(init.endContainer, init.endOffset)
      return range.toString()
    })
  }

  it('finds the words of a selection, through elements and other white space', () => {
    expect(wordsOf(select('resume', 'in'))).toBe('resume in')
    expect(wordsOf(select('meet', 'They speak'))).toBe('meet again.\n\nThey speak')
  })

  it('leaves out the space at the edges of a selection', () => {
    const node = nodeOf('They speak')
    const range = document.createRange()
    range.setStart(node, 4)
    range.setEnd(node, 11)
    expect(wordsOf(range)).toBe('speak')
  })

  it('cuts a selection to the part in which it begins, and says so', () => {
    const range = select('Geneva', 'Envoys')
    expect(wordsOf(range)).toBe('Geneva')
    expect(map.choose(range)?.isCut).toBe(true)
    expect(map.choose(select('Talks', 'resume'))?.isCut).toBe(false)
  })

  it('begins with the first part where a selection begins outside of all', () => {
    expect(wordsOf(select('6 June', 'Talks'))).toBe('Talks')
  })

  it('is nothing where no part is selected', () => {
    expect(map.choose(select('June', '2008'))).toBeNull()
  })

  it('knows the words of an earlier wording from those that came later', () => {
    const range = document.createRange()
    range.selectNodeContents(document.querySelector('[data-text-part="revision:0"]')!)
    expect(wordsOf(range)).toBe(REVISION)
    expect(shownAt(REVISION)).toEqual(['Talks may resume'])
    expect(map.offsetAt(document.querySelector('ins')!.firstChild!, 2)).toBeNull()
  })

  it('finds where words stand, across elements and paragraphs', () => {
    expect(shownAt('resume in Geneva')[0]?.replace(/\s+/g, ' ')).toBe('resume in Geneva')
    expect(shownAt('again.\n\nThey')[0]).toBe('again.They')
  })

  it('takes in the space at the edges of a stretch, so that stretches join', () => {
    expect(shownAt('They ')).toEqual(['They '])
    expect(shownAt(' speak')).toEqual([' speak'])
    expect(shownAt('fuel aid.')).toEqual(['fuel aid.'])
  })

  it('gives one range for each part where a stretch goes across', () => {
    const ranges = shownAt('Geneva\nEnvoys')
    expect(ranges).toEqual(['Geneva', 'Envoys'])
  })

  it('tells the character at a place of the page', () => {
    const node = nodeOf('They speak')
    expect(map.offsetAt(node, 5)).toBe(eventText.text.indexOf('speak'))
    expect(map.offsetAt(nodeOf('June'), 1)).toBeNull()
    expect(map.elementAt(0)?.tagName).toBe('H1')
  })
})
