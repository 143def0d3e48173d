import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, posix, relative, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parsePage } from '../../../src-main/archive/parse-page.ts'
import { foldText } from '../../../src-main/index/fold-text.ts'
import type { ParsedEventPage } from '../../../src-shared/page.ts'
import { filesBelow } from '../measures/scan.ts'

// An import as one would write it first: one thread, a page after the other, a row for everything.
// It knows neither day pages nor links that are written in another way, and keeps no notice of change.
const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, date TEXT, title TEXT, topic TEXT, summary TEXT, body TEXT
  );
  CREATE TABLE source (event INTEGER, name TEXT, url TEXT);
  CREATE TABLE entity (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
  CREATE TABLE event_entity (event INTEGER, entity INTEGER, PRIMARY KEY (event, entity)) WITHOUT ROWID;
  CREATE TABLE relation (event INTEGER, path TEXT, title TEXT, target INTEGER);
  CREATE VIRTUAL TABLE event_text USING fts5 (title, topic, summary, body, entities, sources);
`
const FINISH = `
  UPDATE relation SET target = (SELECT id FROM event WHERE event.path = relation.path);
  CREATE INDEX relation_by_event ON relation (event);
  CREATE INDEX relation_by_target ON relation (target);
  CREATE INDEX source_by_event ON source (event);
  CREATE INDEX event_by_date ON event (date);
  CREATE INDEX event_by_entity ON event_entity (entity);
  INSERT INTO event_text (event_text) VALUES ('optimize');
`

const [root = '', indexPath = ''] = process.argv.slice(2)
mkdirSync(dirname(indexPath), { recursive: true })
const startedMs = performance.now()
using database = new DatabaseSync(indexPath)
database.exec(SCHEMA)
const insertEvent = database.prepare('INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?)')
const insertSource = database.prepare('INSERT INTO source VALUES (?, ?, ?)')
const takeEntity = database.prepare(
  'INSERT INTO entity VALUES (NULL, ?) ON CONFLICT DO UPDATE SET name = name RETURNING id',
)
const insertEventEntity = database.prepare('INSERT OR IGNORE INTO event_entity VALUES (?, ?)')
const insertRelation = database.prepare('INSERT INTO relation VALUES (?, ?, ?, NULL)')
const insertText = database.prepare(
  `INSERT INTO event_text (rowid, title, topic, summary, body, entities, sources)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
)

function addEvent(path: string, page: ParsedEventPage): void {
  const { date, title, topic, summary, body, sources, relations } = page
  const id = insertEvent.run(path, date, title, topic, summary, body).lastInsertRowid
  for (const { name, url } of sources) insertSource.run(id, name, url)
  for (const { target, title: wording } of relations) {
    insertRelation.run(id, posix.resolve('/', posix.dirname(path), target).slice(1), wording)
  }
  const entities = new Set([page.entities, ...relations.map((one) => one.entities)].flat())
  for (const name of entities) insertEventEntity.run(id, takeEntity.get(name)!['id']!)
  const sourceNames = sources.map(({ name }) => name).join(' ')
  const texts = [title, topic ?? '', summary, body ?? '', [...entities].join(' '), sourceNames]
  insertText.run(id, ...texts.map(foldText))
}

let pages = 0
database.exec('BEGIN')
for (const file of filesBelow(root)) {
  if (!file.endsWith('.md')) continue
  pages += 1
  const path = relative(root, file).replaceAll(sep, '/')
  const page = parsePage(readFileSync(file), path)
  if (page.kind === 'event') addEvent(path, page)
}
database.exec(FINISH)
database.exec('COMMIT')
console.log(JSON.stringify({ durationMs: performance.now() - startedMs, pages }))
