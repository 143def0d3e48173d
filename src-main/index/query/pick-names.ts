import type { NameCount } from '#shared/browse.ts'
import { foldCharacter } from '../fold-character.ts'
import { foldName } from '../fold-text.ts'
import { characterBefore } from './character-before.ts'
import type { NameList } from './name-list.ts'
import { listTopNames } from './top-names.ts'

/**
 * The names that are meant by what is typed so far: first those with a word that begins so, then those
 * that hold it elsewhere; within both, those of most events first.
 *
 * @param typed - Case, accents and script do not matter; empty means any name.
 */
export function pickNames(list: NameList, typed: string, limit: number): NameCount[] {
  const wanted = foldName(typed)
  const ranks = list.folded.map((name) => (name === '' ? 0 : rankName(name, wanted)))
  return [2, 1]
    .flatMap((rank) => {
      // A name without events is offered as well.
      const counts = list.counts.map((count, place) => (ranks[place] === rank ? count + 1 : 0))
      return listTopNames(counts, (place) => list.names[place] ?? '', limit)
    })
    .slice(0, limit)
    .map(({ name, count }) => ({ name, count: count - 1 }))
}

/** 2 where a word begins so, 1 where it stands elsewhere, 0 where it is not there. */
function rankName(name: string, wanted: string): number {
  if (wanted === '') return 2
  let rank = 0
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (beginsWord(name, at)) return 2
    rank = 1
  }
  return rank
}

function beginsWord(name: string, at: number): boolean {
  if (foldCharacter(characterBefore(name, at)).kind !== 'word') return true
  const [first = ''] = name.slice(at)
  return foldCharacter(first).kind === 'alone'
}
