import { answerRequests } from './answer-requests'
import { prepare, seal, verify, writeAndSync } from './packages'
import { importPhotos, makePhotos } from './photos'
import { prepareDesk } from './prepare-desk'
import { reading } from './reading'
import { recompute } from './recompute'

/** What is timed without a window: in plain Node, and in Electron's Node. */
answerRequests({
  makePhotos,
  importPhotos,
  recompute,
  reading,
  prepareDesk,
  prepare,
  seal,
  verify,
  writeAndSync,
})
