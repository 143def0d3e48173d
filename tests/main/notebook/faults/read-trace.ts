/** A system call that is about the notebook or its backups. */
export interface NotebookCall {
  name: string
  /** Absolute paths of what it is about. */
  paths: string[]
}

/**
 * The system calls in a log of strace (`-f -y -o`) that are about something in a folder, in the order
 * in which they began.
 *
 * @param folder - Absolute path.
 */
export function readTrace(log: string, folder: string): NotebookCall[] {
  return log.split('\n').flatMap((line) => {
    // What is resumed later stands in two lines; what it is about, in the first.
    const [, name = '', words = ''] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? []
    const [start = ''] = words.split(') = ')
    const paths = start.split(/["<>]/).filter((word) => word.startsWith(`${folder}/`))
    return paths.length > 0 ? [{ name, paths }] : []
  })
}
