import { findElectron } from './electron-runtime.mjs'
import { isInstalled } from './run.mjs'

/** Whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Chromium refuses to run its sandbox as root on Linux. Only then is it left out: a person's own
 * start keeps it.
 */
export function sandboxArguments() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}

/** The command that runs a script in Electron's Node, without a window. */
export function nodeCommand(args, env = process.env) {
  return {
    command: findElectron(),
    args,
    env: { ...env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  }
}

/** Wrap a command so that it has a virtual display where there is no screen. */
export function withVirtualDisplay(command, args) {
  if (hasDisplay() || !isInstalled('xvfb-run')) return { command, args }
  return {
    command: 'xvfb-run',
    args: ['-a', '-s', '-screen 0 1600x1200x24', command, ...args],
  }
}
