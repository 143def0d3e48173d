// @vitest-environment happy-dom
import type { ImportProgress } from '#shared/import.ts'
import { mount } from '@vue/test-utils'
import { TooltipProvider } from 'reka-ui'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import ShellImport from '../../../src-renderer/components/shell/ShellImport.vue'

const PROGRESS: ImportProgress = {
  phase: 'reading',
  filesSeen: 4000,
  filesToRead: 4000,
  filesRead: 1500,
  events: 1400,
  problems: 0,
  remainingMs: 90_000,
}

function mountImport(progress: ImportProgress) {
  const wrapper = mount(() => h(TooltipProvider, () => h(ShellImport, { progress })))
  return wrapper.getComponent(ShellImport)
}

describe('ShellImport', () => {
  it('says how far it is and how long it takes', () => {
    expect(mountImport(PROGRESS).text()).toBe(
      'Reading pages: 1,500 of 4,000 · about 2 minutes left',
    )
  })

  it('names no end while none is known', () => {
    const walking = mountImport({
      ...PROGRESS,
      phase: 'walking',
      filesToRead: null,
      remainingMs: null,
    })
    expect(walking.text()).toBe('Looking for pages: 4,000')
    expect(walking.get('[role="progressbar"]').attributes('aria-valuenow')).toBeUndefined()
  })

  it('can be stopped', async () => {
    const running = mountImport(PROGRESS)
    await running.get('button').trigger('click')
    expect(running.emitted('cancel')).toHaveLength(1)
  })
})
