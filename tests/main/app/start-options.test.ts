import { describe, expect, it } from 'vitest'
import { parseStartOptions } from '../../../src-main/app/start-options.ts'

describe('parseStartOptions', () => {
  it('asks for nothing where nothing is given', () => {
    expect(parseStartOptions([], '/work')).toEqual({ archive: null, home: null, notebook: null })
  })

  it('takes a folder as the archive, from the folder the app was started in', () => {
    expect(parseStartOptions(['news'], '/home/ada').archive).toBe('/home/ada/news')
    expect(parseStartOptions(['/archives/en'], '/home/ada').archive).toBe('/archives/en')
  })

  it('takes home and notebook before or after the archive', () => {
    const expected = { archive: '/w/a', home: '/w/h', notebook: '/w/n' }
    expect(parseStartOptions(['--home', 'h', '--notebook=n', 'a'], '/w')).toEqual(expected)
    expect(parseStartOptions(['a', '--notebook', 'n', '--home=h'], '/w')).toEqual(expected)
  })

  it('leaves Chromium’s switches to Chromium', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', 'a']
    expect(parseStartOptions(args, '/w').archive).toBe('/w/a')
  })
})
