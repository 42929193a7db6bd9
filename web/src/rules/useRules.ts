import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { apiPages, apiQuery } from '#web/api.ts'

export function useRules() {
  return useQuery(apiQuery('listRules'))
}

export function useRule(ruleId: string) {
  return useQuery(apiQuery('getRule', { params: { ruleId } }))
}

export function useFirings(ruleId: string) {
  const list = useInfiniteQuery(apiPages('listRuleFirings', { params: { ruleId }, query: {} }))
  return { ...list, firings: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}
