import { describeStatements } from './testing/statement-conformance.ts'

describeStatements('mysql')
