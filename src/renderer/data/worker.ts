import { expose } from 'comlink'
import { createDataRoom } from '#data/data-room'
import { browserSurroundings } from '#data/surroundings'

// The data thread: everything that reads or writes the association's data runs here, never in the window.
expose(createDataRoom(browserSurroundings()))
