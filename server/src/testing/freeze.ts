import { freezePrototypes } from '@firstline/contract/freeze-prototypes'

// as in a running desk: a library that cannot live with it is found here
freezePrototypes()
