/** The document that says what notebook a folder is. */
export const IDENTITY_NAME = 'notebook.json'

/** The file that is locked while the notebook is open for writing; it stays empty. */
export const LOCK_NAME = '.annals-lock'

/** Holds a document for each month of the annotated events: `2008-06.json`, `2008.json`, `undated.json`. */
export const ANNOTATIONS_FOLDER = 'annotations'
export const ANNOTATIONS_FILE_NAME = /^(\d{4}(-\d{2})?|undated)\.json$/

/** Holds a document for each collection: `six-party-talks-1a2b3c4d.json`. */
export const COLLECTIONS_FOLDER = 'collections'

/** Holds a document for each saved search: `fuel-aid-1a2b3c4d.json`. */
export const SEARCHES_FOLDER = 'searches'

/** What the documents of records with a name are called. */
export const RECORD_FILE_NAME = /-[0-9a-f]{8}\.json$/
