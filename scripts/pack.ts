// npm run pack: the program as it is published, in dist/package, and its tarball beside it.
import { statSync } from 'node:fs'
import { buildPackage, packPackage } from './package/build-package.ts'

await buildPackage('dist/package')
const tarball = packPackage('dist/package', 'dist')
console.log(`${tarball}  ${(statSync(tarball).size / 1e6).toFixed(1)} MB`)
