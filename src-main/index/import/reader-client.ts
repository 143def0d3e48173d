import type { ReaderReplies, ReaderRequest } from './messages.ts'

/** A thread as the client needs it. */
export interface ReaderThread {
  postMessage(message: ReaderRequest): void
  on(event: 'message', listener: (reply: unknown) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  terminate(): Promise<unknown>
}

interface Waiting {
  resolve: (reply: never) => void
  reject: (error: Error) => void
}

/** Asks the reading thread, which answers in the order it was asked. */
export class ReaderClient {
  readonly #thread: ReaderThread
  readonly #waiting: Waiting[] = []

  constructor(thread: ReaderThread) {
    this.#thread = thread
    thread.on('message', (reply) => this.#waiting.shift()?.resolve(reply as never))
    thread.on('error', (error) => {
      this.#refuse(error)
    })
    thread.on('exit', (code) => {
      this.#refuse(new Error(`The reading thread ended with code ${code}`))
    })
  }

  ask<Kind extends ReaderRequest['kind']>(
    request: Extract<ReaderRequest, { kind: Kind }>,
  ): Promise<ReaderReplies[Kind]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#thread.postMessage(request)
    })
  }

  #refuse(error: Error): void {
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }

  /** End the thread. What it was asked and has not answered is never answered. */
  async close(): Promise<void> {
    this.#waiting.length = 0
    await this.#thread.terminate()
  }
}
