import type { Page } from 'playwright/test'

/** A node of the accessibility tree, as far as it is looked at. */
interface TreeNode {
  nodeId: string
  childIds?: string[]
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  properties?: { name: string; value: { value?: unknown } }[]
}

const CONTROLS = new Set([
  ...[
    'button',
    'link',
    'textbox',
    'searchbox',
    'combobox',
    'checkbox',
    'radio',
    'switch',
    'slider',
  ],
  ...['tab', 'option', 'treeitem', 'menuitem', 'listbox', 'tree', 'tablist', 'toolbar', 'dialog'],
  ...['alertdialog', 'article', 'navigation', 'region', 'radiogroup', 'splitter'],
])

/**
 * What a screen reader would stumble over, a line each: controls and landmarks without a name, options
 * that do not say which of how many they are, and headings that leave a level out.
 */
export async function auditTree(window: Page): Promise<string[]> {
  const session = await window.context().newCDPSession(window)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const seen = inOrder(nodes as TreeNode[]).filter(({ ignored }) => !ignored)
  return [...listNameless(seen), ...listHeadingGaps(seen), ...(await listUncounted(window))]
}

const roleOf = ({ role }: TreeNode) => role?.value ?? ''
const nameOf = ({ name }: TreeNode) => (name?.value ?? '').trim()

/** The nodes as they are read, where the browser gives them level by level. */
function inOrder(nodes: TreeNode[]): TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const walk = (node: TreeNode): TreeNode[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => byId.get(id) ?? []).flatMap(walk),
  ]
  return nodes.slice(0, 1).flatMap(walk)
}

/** Of a long list only what is seen is there, so that its options have to say how many there are. */
async function listUncounted(window: Page): Promise<string[]> {
  const options = window.locator(
    '.base-virtual-list [role=option]:not([aria-setsize][aria-posinset])',
  )
  return (await options.allTextContents()).map((text) => `option without its place: ${text}`)
}

function listNameless(nodes: TreeNode[]): string[] {
  return nodes
    .filter((node) => CONTROLS.has(roleOf(node)) && nameOf(node) === '')
    .map((node) => `${roleOf(node)} without a name`)
}

/** The pane beside a page is read before it, and has headings of the second level. */
function listHeadingGaps(nodes: TreeNode[]): string[] {
  let before = 1
  return nodes
    .filter((node) => roleOf(node) === 'heading')
    .flatMap((node) => {
      const level = readNumber(node, 'level')
      const isGap = level > before + 1
      const gap = `heading of level ${level} after ${before}: ${nameOf(node)}`
      before = level
      return isGap ? [gap] : []
    })
}

function readNumber({ properties = [] }: TreeNode, name: string): number {
  const value = properties.find((property) => property.name === name)?.value.value
  return typeof value === 'number' ? value : 0
}
