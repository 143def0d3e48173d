import { makeArchive } from '../../archive/temporary-archive.ts'

/** An archive of as many day pages, each with as many event pages that relate to those of the next. */
export function makeLargeSite(folders: number, pagesPerFolder: number): string {
  const files: Record<string, string> = {}
  for (let folder = 0; folder < folders; folder++) {
    const day = `2012/${String((folder % 12) + 1).padStart(2, '0')}/${Math.floor(folder / 12) + 1}`
    const heading = `[2012-01-1](/news/${day}/index.md)`
    const links = Array.from(
      { length: pagesPerFolder },
      (_, n) => `### [P ${n}](/news/${day}/p-${folder}-${n}.md)\n_Of: day ${folder}_`,
    )
    files[`news/${day}/index.md`] = `## ${heading}\n${links.join('\n')}`
    for (let n = 0; n < pagesPerFolder; n++) {
      const next = `2012/${String(((folder + 1) % 12) + 1).padStart(2, '0')}/${Math.floor(((folder + 1) % folders) / 12) + 1}`
      files[`news/${day}/p-${folder}-${n}.md`] =
        `### ${heading}\n# Page ${folder} ${n}\n### R\n1. [P](/news/${next}/p-${(folder + 1) % folders}-${n}.md) _Of: link_\n2. [Gone](/news/2000/01/1/gone-${n}.md) _Of: gone_`
    }
  }
  files['news/index.md'] =
    `## [2012-01-1](/news/2012/01/1/index.md)\n### [P](/news/2012/01/1/p-0-0.md)\n_Of: root_\n### [Q](/news/2012/01/1/q.md)\n_Of: root_`
  return makeArchive(files)
}
