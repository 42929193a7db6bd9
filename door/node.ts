#!/usr/bin/env node
require('./open.ts').open('../server/src/node.ts')
