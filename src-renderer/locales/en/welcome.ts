import { plural } from './plural.ts'

/** Words of the first room. */
export const welcome = {
  title: 'Annals',
  tagline: 'A notebook for reading in archives of events.',
  openFolder: 'Open a folder…',
  dropHint: 'or drop a folder anywhere in this window',
  sample: 'Look around in the sample archive',
  recent: 'Recent archives',
  events: (count: number) => plural(count, 'event', 'events'),
  neverImported: 'not read to the end yet',
  opened: (ago: string) => `opened ${ago}`,
  missing: 'Folder is not there',
  missingHint:
    'Reconnect its drive, or say where the folder is now. Your notes can be opened without it.',
  openAlone: 'Open the notebook alone',
  locate: 'Locate…',
  forget: (name: string) => `Remove “${name}” from this list`,
  forgotten: (name: string) => `“${name}” is no longer in the list`,
  forgottenKept: 'The folder and your notebook are untouched.',
  opening: 'Opening…',
  promise: 'The archive is only read. Nothing you do here leaves this computer.',
}
