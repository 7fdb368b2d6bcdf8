import { expose } from 'comlink'
import { createDataRoom, realSurroundings } from '#data/data-room'

// The data thread: everything that reads or writes the association's data runs here, never in the window.
expose(createDataRoom(realSurroundings))
