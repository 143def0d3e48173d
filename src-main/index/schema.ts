/** Marks a database as an index of ours ("ANNL"); only such files are ever opened. */
export const APPLICATION_ID = 0x414e4e4c

/** Raised with every change below: an index of another version is set aside and made anew. */
export const SCHEMA_VERSION = 1

/** States of a page in the index. */
export const PAGE_STATE = { unread: 0, event: 1, day: 2, copy: 3, failed: 4 } as const

/**
 * Indexes that a first import makes last, because rows come in another order than theirs; without
 * them an import of a large archive takes twice as long, and an unfinished index answers slower.
 */
export const LATE_INDEXES = {
  entity_by_folded: 'CREATE INDEX IF NOT EXISTS entity_by_folded ON entity (folded)',
  event_entity_by_event:
    'CREATE INDEX IF NOT EXISTS event_entity_by_event ON event_entity (event_id)',
  source_by_host: 'CREATE INDEX IF NOT EXISTS source_by_host ON source (host_id, event_id)',
  relation_by_target:
    'CREATE INDEX IF NOT EXISTS relation_by_target ON relation (target_id) WHERE target_id IS NOT NULL',
} as const

/**
 * The index of one archive. Event row ids are in order of date (see `event-number.ts`), so that a
 * list by date needs no sorting. `listing` says which day pages list an event; `day_page_id` is the
 * one of its own day, or else the first. `event_text` is contentless: the text itself stands once, in
 * `event`; what is indexed is the folded text of `fold-text.ts`. `event.tags` and
 * `context.entities` are JSON arrays of names, `page.hash` is the SHA-256 of the file's bytes.
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
  key TEXT NOT NULL UNIQUE,
  page_id INTEGER,
  day_page_id INTEGER,
  date TEXT,
  title TEXT NOT NULL,
  topic TEXT,
  summary TEXT NOT NULL,
  body TEXT,
  tags TEXT
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
CREATE TABLE event_entity (
  entity_id INTEGER NOT NULL,
  event_id INTEGER NOT NULL,
  PRIMARY KEY (entity_id, event_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE host (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE source (
  event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  host_id INTEGER,
  name TEXT NOT NULL,
  url TEXT,
  image TEXT,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE context (id INTEGER PRIMARY KEY, entities TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE relation (
  event_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  context_id INTEGER,
  target_id INTEGER,
  target_key TEXT,
  title TEXT,
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

CREATE VIRTUAL TABLE event_text USING fts5 (
  title, topic, summary, entities, sources,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
`
