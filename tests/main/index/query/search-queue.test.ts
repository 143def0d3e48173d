import { describe, expect, it } from 'vitest'
import { AnnalsError } from '#shared/errors.ts'
import type { AnswerShape, SearchAnswer, SearchRequest } from '#shared/search.ts'
import { SearchQueue } from '../../../../src-main/index/query/search-queue.ts'
import { Turns } from '../../../../src-main/index/query/turns.ts'

const request = (query: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  ...{ query, sort: 'date', isFolded: true, offset: 0, limit: 10 },
  ...more,
})

/** A queue whose questions are answered when the test says so, unless their turn is over. */
function makeQueue() {
  const turns = new Turns()
  const running: { name: string; answer: () => void }[] = []
  const asked: string[] = []
  const run = <Answer>(kind: 'search' | 'shape', name: string, turn: number) => {
    asked.push(name)
    return new Promise<Answer>((resolve, reject) => {
      const answer = () => {
        try {
          turns.check(kind, turn)
          resolve(name as Answer)
        } catch (error) {
          if (error instanceof AnnalsError) reject(error)
        }
      }
      running.push({ name, answer })
    })
  }
  const queue = new SearchQueue(
    {
      search: ({ query, offset }, turn) => run<SearchAnswer>('search', `${query}+${offset}`, turn),
      shapeAnswer: ({ query }, turn) => run<AnswerShape>('shape', `shape ${query}`, turn),
    },
    turns,
  )
  /** Answer whatever is asked until nothing is. */
  async function finish() {
    await Promise.resolve()
    while (running.length > 0) {
      running.shift()!.answer()
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    }
  }
  const settle = async (...answers: Promise<unknown>[]) => {
    const settled = Promise.allSettled(answers)
    await finish()
    return (await settled).map((one) =>
      one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code,
    )
  }
  return { queue, asked, settle }
}

const SUPERSEDED = 'SEARCH_SUPERSEDED'

describe('SearchQueue', () => {
  it('answers the newest search, and gives up the one that runs and those that wait', async () => {
    const { queue, asked, settle } = makeQueue()
    const typed = ['f', 'fu', 'fue', 'fuel'].map((query) => queue.search(request(query)))
    expect(await settle(...typed)).toEqual([SUPERSEDED, SUPERSEDED, SUPERSEDED, 'fuel+0'])
    expect(asked).toEqual(['f+0', 'fuel+0'])
  })

  it('answers all pages of one search, and asks for one at a time', async () => {
    const { queue, asked, settle } = makeQueue()
    const pages = [0, 10, 20].map((offset) => queue.search(request('fuel', { offset })))
    expect(asked).toEqual(['fuel+0'])
    expect(await settle(...pages)).toEqual(['fuel+0', 'fuel+10', 'fuel+20'])
  })

  it.each([{ sort: 'linked' }, { isFolded: false }] as const)(
    'takes another search for the same query with %j for a newer one',
    async (more) => {
      const { queue, settle } = makeQueue()
      const answers = [queue.search(request('fuel')), queue.search(request('fuel', more))]
      expect(await settle(...answers)).toEqual([SUPERSEDED, 'fuel+0'])
    },
  )

  it('lets searches go before a shape', async () => {
    const { queue, asked, settle } = makeQueue()
    const first = queue.search(request('fuel'))
    const shape = queue.shapeAnswer({ query: 'fuel', limit: 3 })
    const page = queue.search(request('fuel', { offset: 10 }))
    expect(await settle(first, shape, page)).toEqual(['fuel+0', 'shape fuel', 'fuel+10'])
    expect(asked).toEqual(['fuel+0', 'fuel+10', 'shape fuel'])
  })

  it('gives up a shape for a newer one, and for a search for another query', async () => {
    const { queue, settle } = makeQueue()
    const shapes = ['a', 'b'].map((query) => queue.shapeAnswer({ query, limit: 3 }))
    const search = queue.search(request('c'))
    expect(await settle(...shapes, search)).toEqual([SUPERSEDED, SUPERSEDED, 'c+0'])
  })

  it('keeps a shape that is asked for before the search for the same query, or sorted otherwise', async () => {
    const { queue, settle } = makeQueue()
    const shape = queue.shapeAnswer({ query: 'fuel', limit: 3 })
    const searches = [
      queue.search(request('fuel')),
      queue.search(request('fuel', { sort: 'linked' })),
    ]
    expect(await settle(shape, ...searches)).toEqual(['shape fuel', SUPERSEDED, 'fuel+0'])
  })

  it('answers a search that is asked for again after it was given up', async () => {
    const { queue, settle } = makeQueue()
    const answers = ['a', 'b', 'a'].map((query) => queue.search(request(query)))
    expect(await settle(...answers)).toEqual([SUPERSEDED, SUPERSEDED, 'a+0'])
  })
})
