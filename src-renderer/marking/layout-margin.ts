/** A card of the margin: where it would stand best, and how tall it is; pixels. */
export interface MarginCard {
  id: string
  wantedTop: number
  height: number
}

/** What the margin is laid out for. */
export interface MarginOptions {
  /** No card stands above this. */
  top: number
  /** Pixels between two cards at the least. */
  gap: number
  /** The card that gets the place it wants; the others give way. `null` where none is at work. */
  activeId: string | null
}

/**
 * Lay cards one below the other, each as near beside its words as its neighbours let it.
 *
 * @param cards - In the order of the text.
 * @returns the top of each, in the same order; none overlaps another.
 */
export function layoutMargin(cards: readonly MarginCard[], options: MarginOptions): number[] {
  const { top, gap, activeId } = options
  const floors: number[] = []
  let floor = top
  for (const { height } of cards) {
    floors.push(floor)
    floor += height + gap
  }
  const tops = cards.map(({ wantedTop }) => wantedTop)
  const active = Math.max(
    cards.findIndex(({ id }) => id === activeId),
    0,
  )
  let below = -Infinity
  for (let place = active; place < cards.length; place += 1) {
    const own = Math.max(tops[place] ?? 0, floors[place] ?? top, below)
    tops[place] = own
    below = own + (cards[place]?.height ?? 0) + gap
  }
  let ceiling = tops[active] ?? top
  for (let place = active - 1; place >= 0; place -= 1) {
    const highest = ceiling - gap - (cards[place]?.height ?? 0)
    ceiling = Math.max(Math.min(tops[place] ?? 0, highest), floors[place] ?? top)
    tops[place] = ceiling
  }
  return tops
}
