import { answerRequests } from './answer-requests'
import { prepare, seal, verify, writeAndSync } from './packages'
import { prepareDesk } from './prepare-desk'
import { reading } from './reading'
import { recompute } from './recompute'

/** What is timed without a window: in plain Node, and in Electron's Node. */
answerRequests({ recompute, reading, prepareDesk, prepare, seal, verify, writeAndSync })
