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

/** Holds a document for each claim: `talks-resumed-1a2b3c4d.json`. */
export const CLAIMS_FOLDER = 'claims'

/** What the documents of records with a name are called. */
export const RECORD_FILE_NAME = /-[0-9a-f]{8}\.json$/

/** The document of what tags were given beside their names. */
export const TAGS_NAME = 'tags.json'
export const TAGS_FILE_NAME = /^tags\.json$/

/** All folders that hold documents; the empty name is the notebook's own. */
export const NOTEBOOK_FOLDERS = [
  '',
  ANNOTATIONS_FOLDER,
  COLLECTIONS_FOLDER,
  SEARCHES_FOLDER,
  CLAIMS_FOLDER,
]
