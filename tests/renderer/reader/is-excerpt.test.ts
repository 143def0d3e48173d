import { describe, expect, it } from 'vitest'
import { excerptMarkdown } from '../../../src-main/archive/markdown-text.ts'
import { isExcerpt } from '../../../src-renderer/components/reader/is-excerpt.ts'

const BODY = `# The strike

> The *dockers* of [Bristol](https://example.org/bristol_(city)) put down **th**eir tools,
> ![the quay](quay.png) and [[unions/dockers|the union]] <b>said</b> so.

1. Work stops at noon.
2. ${'It goes on. '.repeat(80)}
`

describe('isExcerpt', () => {
  it('knows what was made of the text', () => {
    expect(isExcerpt(excerptMarkdown(BODY, 'The strike'), BODY)).toBe(true)
    expect(isExcerpt('', BODY)).toBe(true)
  })

  it('leaves a summary that somebody wrote', () => {
    expect(isExcerpt('A week without ships, told by those who stood at the gate.', BODY)).toBe(
      false,
    )
  })

  it('takes any script', () => {
    expect(isExcerpt('码头工人罢工', '## 罢工\n\n码头**工人**罢工。')).toBe(true)
  })
})
