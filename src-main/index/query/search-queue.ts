import type { AnswerShape, SearchAnswer, SearchRequest, ShapeRequest } from '#shared/search.ts'
import { type Turns, superseded } from './turns.ts'

/** How the questions of a queue are put. @param turn - To be looked at in the midst of the work. */
interface Asking {
  search(request: SearchRequest, turn: number): Promise<SearchAnswer>
  shapeAnswer(request: ShapeRequest, turn: number): Promise<AnswerShape>
}

interface Waiting<Request, Answer> {
  request: Request
  resolve(answer: Promise<Answer>): void
  reject(error: Error): void
}

/**
 * Lets one question run at a time, so that answers never lag behind what is typed: a search for
 * another query, order or folding takes the place of those before it, also of the one that runs.
 * A shape waits until no search does; a newer one takes its place, and so does a search for another
 * query.
 */
export class SearchQueue {
  readonly #ask: Asking
  readonly #turns: Turns
  #searches: Waiting<SearchRequest, SearchAnswer>[] = []
  #shape: Waiting<ShapeRequest, AnswerShape> | null = null
  #isRunning = false
  /** The last search and shape that were asked for. */
  #lastSearch: SearchRequest | null = null
  #lastShape: ShapeRequest | null = null

  constructor(ask: Asking, turns: Turns) {
    this.#ask = ask
    this.#turns = turns
  }

  /** @throws SEARCH_SUPERSEDED where another search is asked for before this one is answered. */
  search(request: SearchRequest): Promise<SearchAnswer> {
    if (this.#lastSearch && !isSameSearch(this.#lastSearch, request)) this.#dropSearches()
    if (this.#lastShape && this.#lastShape.query !== request.query) this.#dropShape()
    this.#lastSearch = request
    return new Promise((resolve, reject) => {
      this.#searches.push({ request, resolve, reject })
      this.#runNext()
    })
  }

  /** @throws SEARCH_SUPERSEDED where it does not matter any more before it is answered. */
  shapeAnswer(request: ShapeRequest): Promise<AnswerShape> {
    this.#dropShape()
    this.#lastShape = request
    return new Promise((resolve, reject) => {
      this.#shape = { request, resolve, reject }
      this.#runNext()
    })
  }

  #dropSearches(): void {
    this.#turns.raise('search')
    for (const search of this.#searches) search.reject(superseded())
    this.#searches = []
  }

  #dropShape(): void {
    this.#turns.raise('shape')
    this.#shape?.reject(superseded())
    this.#shape = null
    this.#lastShape = null
  }

  #runNext(): void {
    if (this.#isRunning) return
    const search = this.#searches.shift()
    if (search) {
      const turn = this.#turns.current('search')
      search.resolve(this.#run(this.#ask.search(search.request, turn)))
    } else if (this.#shape) {
      const shape = this.#shape
      this.#shape = null
      const turn = this.#turns.current('shape')
      shape.resolve(this.#run(this.#ask.shapeAnswer(shape.request, turn)))
    }
  }

  #run<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#isRunning = true
    return answer.finally(() => {
      this.#isRunning = false
      this.#runNext()
    })
  }
}

/** Whether two searches differ at most in the page they ask for. */
function isSameSearch(one: SearchRequest, other: SearchRequest): boolean {
  return one.query === other.query && one.sort === other.sort && one.isFolded === other.isFolded
}
