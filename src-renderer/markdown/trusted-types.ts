interface TrustedPolicy {
  createHTML(html: string): unknown
  createScriptURL(address: string): unknown
}

interface TrustedTypesHost {
  trustedTypes?: { createPolicy(name: string, rules: object): TrustedPolicy }
}

// The window takes strings for documents and workers from this policy alone.
const policy = (globalThis as TrustedTypesHost).trustedTypes?.createPolicy('annals', {
  createHTML: (html: string) => html,
  createScriptURL: (address: string) => {
    if (new URL(address, location.href).origin !== location.origin) {
      throw new Error('Workers come from the app’s own files only.')
    }
    return address
  },
})

/** Read HTML into a document of its own, in which no script runs and nothing is loaded. */
export function parseInert(html: string): Document {
  const trusted = (policy?.createHTML(html) ?? html) as string
  return new DOMParser().parseFromString(trusted, 'text/html')
}

/** Start one of the app's own worker scripts. */
export function startWorker(address: string): Worker {
  const trusted = (policy?.createScriptURL(address) ?? address) as string
  return new Worker(trusted, { type: 'module' })
}
