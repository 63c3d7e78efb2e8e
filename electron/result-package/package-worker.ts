import { type BuildRequest, buildPackage } from './build-package'
import { verifyPackage } from './verify-package'
import type { Trust } from './verify-signatures'
import { serveInWorker } from './worker-thread'

/** What main asks of the worker. */
export type PackageRequest =
  | { readonly kind: 'build'; readonly request: BuildRequest }
  | { readonly kind: 'verify'; readonly path: string; readonly trust: Trust }

// A thread of its own for one package: main's windows and the journal go on meanwhile.
serveInWorker<PackageRequest>((asked, options) =>
  asked.kind === 'build'
    ? buildPackage(asked.request, options)
    : verifyPackage(asked.path, { ...options, trust: asked.trust }),
)
