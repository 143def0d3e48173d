import { peakMemoryBytes } from '../measures/peak-memory.ts'

// What Electron's Node takes before it does anything.
console.log(JSON.stringify({ peakBytes: peakMemoryBytes() }))
