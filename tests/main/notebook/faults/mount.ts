import { onTestFinished } from 'vitest'
import { mountDrive, unmountDrive } from '../../../drives.ts'

/** Mount a small drive for the length of a test. @returns whether that was allowed. */
export function mountSmall(folder: string, size: string): boolean {
  if (!mountDrive(folder, size)) return false
  onTestFinished(() => {
    unmountDrive(folder)
  })
  return true
}
