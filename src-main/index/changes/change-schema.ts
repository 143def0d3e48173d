/**
 * What an import did to the events that an earlier import knew.
 *
 * `change` is the list of the last import that changed anything, newest date first; `before` and
 * `after` are JSON of `EventText`. `former_event` is what events were at the end of the last import
 * that came to its end, of all that were rewritten or removed since, and `new_event` the ids of those
 * that were not there: triggers fill both, so that they are right however an import writes events and
 * however often it is killed. `key_now` is found at the end: the id a former event has now.
 */
export const CHANGE_SCHEMA = `
CREATE TABLE change (
  position INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  former_key TEXT,
  date TEXT,
  title TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE TABLE former_event (
  key TEXT PRIMARY KEY,
  date TEXT,
  title TEXT NOT NULL,
  topic TEXT,
  summary TEXT NOT NULL,
  sources TEXT NOT NULL,
  page_hash BLOB,
  key_now TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE new_event (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`

const REMEMBER = `
  INSERT INTO former_event (key, date, title, topic, summary, sources, page_hash)
  SELECT OLD.key, OLD.date, OLD.title, OLD.topic, OLD.summary, OLD.sources,
    (SELECT hash FROM page WHERE page.id = OLD.page_id)
  WHERE NOT EXISTS (SELECT 1 FROM former_event WHERE key = OLD.key)
  AND NOT EXISTS (SELECT 1 FROM new_event WHERE key = OLD.key);`

/**
 * Made when the first import of an index has come to its end, so that a first import costs nothing.
 * None relies on OR IGNORE, which the statement that fires a trigger would override.
 */
export const CHANGE_TRIGGERS = `
CREATE TRIGGER event_is_removed BEFORE DELETE ON event BEGIN ${REMEMBER}
END;

CREATE TRIGGER event_is_rewritten BEFORE UPDATE OF key, date, title, topic, summary, sources ON event
BEGIN ${REMEMBER}
END;

CREATE TRIGGER event_is_added AFTER INSERT ON event BEGIN
  INSERT INTO new_event (key) SELECT NEW.key
  WHERE NOT EXISTS (SELECT 1 FROM former_event WHERE key = NEW.key)
  AND NOT EXISTS (SELECT 1 FROM new_event WHERE key = NEW.key);
END;
`
