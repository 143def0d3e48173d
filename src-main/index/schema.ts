import { CHANGE_SCHEMA } from './changes/change-schema.ts'

/** Marks a database as an index of ours ("ANNL"); only such files are ever opened. */
export const APPLICATION_ID = 0x414e4e4c

/**
 * Bytes of a page of the database. An event takes a kilobyte or two: with SQLite's own 4 KiB an import
 * would write four times as many pages. A database keeps the size it was made with, and is as good with another.
 */
export const PAGE_BYTES = 16 * 2 ** 10

/** Raised with every change below: an index of another version is set aside and made anew. */
export const SCHEMA_VERSION = 3

/** States of a page in the index. */
export const PAGE_STATE = { unread: 0, event: 1, day: 2, copy: 3, failed: 4 } as const

/**
 * Indexes that a first import makes last, because rows come in another order than theirs; without
 * them an import of a large archive takes twice as long, and an unfinished index answers slower.
 */
export const LATE_INDEXES = {
  entity_by_folded: 'CREATE INDEX IF NOT EXISTS entity_by_folded ON entity (folded)',
} as const

/** How the text index cuts texts into words, once they are folded. */
export const TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"

/**
 * The index of one archive. Event row ids are in order of date (see `event-number.ts`), so that a
 * list by date needs no sorting, and what all events are scanned for stands before the long texts.
 *
 * Of an event, `entities` and `hosts` are row ids as 32-bit numbers, `links` the relations in the
 * order of the page as `packed-links.ts` packs them, `sources` a JSON array of `[name, url, image]` and
 * `tags` one of names. A link that leads to no event has its target in `unresolved_link`, by its
 * place among the links. `context.entities` is a JSON array of names. `page.hash` is the SHA-256 of
 * the file's bytes. `listing` says which day pages list an event; `day_page_id` is the one of its own
 * day, or else the first.
 *
 * `event_text` is contentless: the text itself stands once, in `event`; what is indexed is the folded
 * text of `fold-text.ts` with the words of `identity-token.ts`. `event_column` holds what is made of
 * all events at the end of an import, valid while `meta` has the key `columns`.
 */
export const SCHEMA = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  hash BLOB,
  state INTEGER NOT NULL,
  event_id INTEGER
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  page_id INTEGER,
  day_page_id INTEGER,
  date TEXT,
  entities BLOB NOT NULL,
  hosts BLOB NOT NULL,
  links BLOB NOT NULL,
  key TEXT NOT NULL UNIQUE,
  topic TEXT,
  title TEXT NOT NULL,
  tags TEXT,
  sources TEXT NOT NULL,
  summary TEXT NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX event_by_page ON event (page_id) WHERE page_id IS NOT NULL;
CREATE INDEX event_by_day_page ON event (day_page_id) WHERE day_page_id IS NOT NULL;

CREATE TABLE listing (
  event_id INTEGER NOT NULL,
  page_id INTEGER NOT NULL,
  PRIMARY KEY (event_id, page_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
) STRICT;

CREATE TABLE host (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE context (id INTEGER PRIMARY KEY, entities TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE unresolved_link (
  event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  target_key TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  target_id INTEGER,
  target_key TEXT NOT NULL,
  title TEXT NOT NULL,
  time TEXT,
  label TEXT,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (path TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL) STRICT;
CREATE INDEX problem_by_path ON problem (path);

CREATE TABLE event_column (name TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
${CHANGE_SCHEMA}
CREATE VIRTUAL TABLE event_text USING fts5 (
  title, topic, summary, entities, sources,
  content = '', contentless_delete = 1, tokenize = "${TOKENIZER}"
);
`
