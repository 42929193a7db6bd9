import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readAgain } from './read-again.ts'

const queryKey = ['getTicket']

/** Answers come when they are let, in the order they were asked. */
function asked() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const answers: ((version: string) => void)[] = []
  const query = {
    queryKey,
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  }
  const data = () => queryClient.getQueryData<string>(queryKey)
  return { queryClient, answers, query, data }
}

test('a first answer from before a change, which a page waits for, is asked for once more', async () => {
  const { queryClient, answers, query, data } = asked()
  const unsubscribe = new QueryObserver(queryClient, query).subscribe(() => undefined)
  void readAgain(queryClient, { queryKey })
  answers[0]!('before')
  await waitFor(() => expect(answers).toHaveLength(2))
  answers[1]!('after')
  await waitFor(() => expect(data()).toBe('after'))
  expect(answers).toHaveLength(2)
  unsubscribe()
})

test('an answer from before a change that no page waits for is not taken for what is so now', async () => {
  const { queryClient, answers, query } = asked()
  const onItsWay = queryClient.fetchQuery(query)
  void readAgain(queryClient, { queryKey })
  answers[0]!('before')
  expect(await onItsWay).toBe('before')
  await waitFor(() => expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true))
  expect(answers).toHaveLength(1)
})

test('what a page shows is asked for at once, also while an answer is on its way', async () => {
  const { queryClient, answers, query, data } = asked()
  const unsubscribe = new QueryObserver(queryClient, query).subscribe(() => undefined)
  answers[0]!('first')
  await waitFor(() => expect(data()).toBe('first'))
  void queryClient.refetchQueries({ queryKey })
  void readAgain(queryClient, { queryKey })
  expect(answers).toHaveLength(3)
  answers[2]!('after')
  answers[1]!('before')
  await waitFor(() => expect(data()).toBe('after'))
  expect(answers).toHaveLength(3)
  unsubscribe()
})

test('what has nothing to do with it is left alone', async () => {
  const { queryClient, answers, query, data } = asked()
  const unsubscribe = new QueryObserver(queryClient, query).subscribe(() => undefined)
  await readAgain(queryClient, { queryKey: ['another'] })
  answers[0]!('only')
  await waitFor(() => expect(data()).toBe('only'))
  expect(answers).toHaveLength(1)
  unsubscribe()
})
