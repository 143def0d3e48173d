/** What an event of the archive can have, each with its bit in the column `flags`. */
export const EVENT_FLAGS = { source: 1, summary: 2, revision: 4, problem: 8 } as const

export type EventFlag = keyof typeof EVENT_FLAGS

/** Conditions of SQL on a row of `event` that say what it has. The long texts are not read for it. */
export const FLAG_CONDITIONS: Record<EventFlag, string> = {
  source: "octet_length(sources) > octet_length('[]')",
  summary: 'octet_length(summary) > 0',
  revision: 'id IN (SELECT event_id FROM revision)',
  // An event without a page of its own has no row id of one.
  problem: `coalesce(page_id, 0) IN
    (SELECT page.id FROM page WHERE path IN (SELECT path FROM problem))`,
}
