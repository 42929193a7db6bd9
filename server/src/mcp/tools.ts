import type { AiTool } from '@firstline/contract/ai-agents'
import * as act from './tools-act.ts'
import * as know from './tools-know.ts'
import * as see from './tools-see.ts'
import type { Tool } from './tool.ts'

/** All an AI agent can be given, on one screen. */
export const tools: Readonly<Record<AiTool, Tool>> = {
  search_tickets: see.searchTickets,
  get_ticket: see.getTicket,
  read_account: see.readAccount,
  search_logs: see.searchLogs,
  list_changes: see.listChanges,

  match_runbooks: know.matchRunbooks,
  start_runbook: know.startRunbook,
  choose_record: know.chooseRecord,
  answer_question: know.answerQuestion,
  get_runbook_run: know.getRunbookRun,
  abandon_runbook: know.abandonRunbook,

  list_actions: act.listActions,
  list_action_choices: act.listActionChoices,
  preview_action: act.previewAction,
  run_action: act.runAction,
  request_approval: act.requestApproval,
  get_approval: act.getApproval,
  get_action_run: act.getActionRun,
  undo_action: act.undoAction,

  list_teams: act.listTeams,
  escalate: act.escalate,
}
