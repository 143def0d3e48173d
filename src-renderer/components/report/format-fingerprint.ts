const SHOWN = 12

/** @returns the beginning of a fingerprint in groups of four: “3f9a 21c0 77be”. */
export function formatFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, SHOWN).replace(/.{4}(?=.)/g, '$& ')
}
