/** Why something in an archive could not be read, or was read with a loss. */
export const PROBLEM_CODES = [
  'FOLDER_UNREADABLE',
  'PAGE_UNREADABLE',
  'PAGE_NOT_REGULAR',
  'PAGE_TOO_LARGE',
  'PAGE_BINARY',
  'PAGE_ENCODING',
  'PAGE_EMPTY',
  'PAGE_NO_HEADLINE',
  'PAGE_TOO_COMPLEX',
  'PAGE_CHANGED_WHILE_READ',
  'PAGE_DATE_DIFFERS',
  'PAGE_FRONT_MATTER',
  'PATH_TOO_LONG',
  'PATH_NOT_UNICODE',
  'LINK_LOOP',
  'LINK_OUTSIDE',
  'LINK_BROKEN',
  'SOURCE_UNSAFE',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Something in an archive that could not be read. */
export interface Problem {
  /** Archive-relative, POSIX separators. */
  path: string
  code: ProblemCode
  /** What happened, for a person. */
  message: string
}
