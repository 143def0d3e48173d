import { foldText } from '../fold-text.ts'
import { entityToken, hostToken } from '../identity-token.ts'
import type { NameTable, NameTables } from './name-table.ts'

/** What the text index holds of entities and hosts: the folded name of each, then its token. */
export class NameBook {
  readonly #entityTable: NameTable
  readonly #entities: WordList
  readonly #hosts: WordList

  constructor({ entities, hosts }: NameTables) {
    this.#entityTable = entities
    this.#entities = new WordList(entities, entityToken)
    this.#hosts = new WordList(hosts, hostToken)
  }

  /** The words of these entities. Tokens stand between names, so that no phrase spans two of them. */
  entityWords(ids: Uint32Array): string {
    return this.#entities.list(ids)
  }

  /** These entities and the one of the topic, which may be among them in other letters. */
  withTopic(ids: readonly number[], topicEntity: number): number[] {
    const nameOf = (id: number) => this.#entityTable.nameOf(id).toLowerCase()
    const name = nameOf(topicEntity)
    const isNamed = topicEntity === 0 || ids.some((id) => nameOf(id) === name)
    return isNamed ? [...ids] : [...ids, topicEntity]
  }

  hostWords(ids: Uint32Array): string {
    return this.#hosts.list(ids)
  }
}

class WordList {
  readonly #table: NameTable
  readonly #toToken: (id: number) => string
  readonly #words: string[] = []

  constructor(table: NameTable, toToken: (id: number) => string) {
    this.#table = table
    this.#toToken = toToken
  }

  list(ids: Uint32Array): string {
    let words = ''
    for (const id of ids) words += this.#words[id] ??= this.#make(id)
    return words
  }

  #make(id: number): string {
    return `${foldText(this.#table.nameOf(id))} ${this.#toToken(id)} `
  }
}
