import { AnnalsError } from '#shared/errors.ts'
import type { SearchAnswer, SearchRequest } from '#shared/search.ts'

interface WaitingSearch {
  request: SearchRequest
  resolve(answer: Promise<SearchAnswer>): void
  reject(error: AnnalsError): void
}

/** Lets one search run while the newest waits, so that answers never lag behind what is typed. */
export class SearchQueue {
  readonly #run: (request: SearchRequest) => Promise<SearchAnswer>
  #waiting: WaitingSearch[] = []
  #isRunning = false

  constructor(run: (request: SearchRequest) => Promise<SearchAnswer>) {
    this.#run = run
  }

  /** @throws SEARCH_SUPERSEDED where another search is asked for before this one could run. */
  search(request: SearchRequest): Promise<SearchAnswer> {
    this.#waiting = this.#waiting.filter((other) => {
      const isSame = other.request.query === request.query && other.request.sort === request.sort
      if (!isSame) {
        other.reject(new AnnalsError('SEARCH_SUPERSEDED', 'A newer search took its place.'))
      }
      return isSame
    })
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject })
      this.#runNext()
    })
  }

  #runNext(): void {
    if (this.#isRunning) return
    const next = this.#waiting.shift()
    if (!next) return
    this.#isRunning = true
    const answer = this.#run(next.request).finally(() => {
      this.#isRunning = false
      this.#runNext()
    })
    next.resolve(answer)
  }
}
