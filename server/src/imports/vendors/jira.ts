import type { FileShape } from '#server/imports/read/inspect-file.ts'
import { defineReader } from './vendor.ts'
import type { Told } from './vendor.ts'
import { readJiraApi } from '#server/imports/vendors/jira-api.ts'
import { readPipelineFile } from '#server/imports/vendors/jira-pipeline.ts'
import { tellJira, translateJira } from '#server/imports/vendors/jira-records.ts'
import type { JiraFound, JiraStep } from '#server/imports/vendors/jira-records.ts'
import { readJsonFiles } from '#server/imports/vendors/json-reader.ts'

const lists = ['issues', 'statuses']

/** Issues with their changelog from Cloud or Data Center; the CSV of the Data Center pipeline. */
export const jira = defineReader<JiraStep>({
  name: 'jira',
  title: 'Jira and Jira Service Management',
  fits: ({ text }) =>
    /"(?:changelog|issuetype|statusCategory)"\s*:/.test(text) ||
    /^\uFEFF?"?issue_id"?,"?changelog_id"?/m.test(text) ||
    /^\uFEFF?(?=.*\bproject_key\b)(?=.*\bissue_type\b)(?=.*\binstance_url\b)/.test(text),
  readFiles: readJiraFiles,
  readApi: readJiraApi,
  tell: tellJira,
})

async function* readJiraFiles(files: readonly FileShape[], told: Told): AsyncGenerator<JiraFound> {
  for (const file of files) {
    const rows = await readPipelineFile(file, told)
    if (rows) yield* rows
    else yield* readJsonFiles([file], lists, told, translateJira)
  }
}
