#!/usr/bin/env node
require('./open.ts').open('../cli/src/firstline.ts')
