import { describeStatements } from '#server/actions/testing/statement-conformance.ts'

describeStatements('mysql')
