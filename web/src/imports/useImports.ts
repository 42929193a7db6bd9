import type {
  ImportChoice,
  ImportItem,
  ImportPreview,
  ImportUpload,
} from '@firstline/contract/imports'
import type { Call, RouteName } from '@firstline/contract/client'
import { ProblemError } from '@firstline/contract/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiQuery, callRoute } from '#web/api.ts'
import { readAgain } from '#web/read-again.ts'

const watchedEveryMs = 1_000

const isAtWork = ({ state }: ImportItem) => state === 'waiting' || state === 'running'

/** Read again while one of them is under way. */
export function useImportList() {
  return useQuery({
    ...apiQuery('listImports'),
    refetchInterval: ({ state }) => (state.data?.items.some(isAtWork) ? watchedEveryMs : false),
  })
}

export function useVendors() {
  return useQuery(apiQuery('listImportVendors'))
}

/** One whose files are kept: what was brought in by the command line has no id. */
type KeptImport = ImportItem & { id: string }

/** Where a history is read from: files just dropped, or what an import holds already. */
export type ImportSource = { uploads: ImportUpload[] } | { item: KeptImport }

/** How it would be understood; the last answer stays while the next is on its way. */
export function usePreview(source: ImportSource, choice: ImportChoice) {
  const from =
    'item' in source
      ? { importId: source.item.id }
      : { uploads: source.uploads.map(({ id }) => id) }
  return useQuery<ImportPreview>({
    queryKey: ['previewImport', from, choice],
    queryFn: ({ signal }) => callRoute('previewImport', { body: { ...from, choice } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  })
}

/** A change after which the list is read again. */
export function useImportChange<
  N extends Extract<
    RouteName,
    'startImport' | 'stopImport' | 'resumeImport' | 'setAsideHistory' | 'takeBackHistory'
  >,
>(name: N, onDone?: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Call<N>) => callRoute(name, input),
    onSuccess: () => onDone?.(),
    onSettled: () => readAgain(queryClient, { queryKey: ['listImports'] }),
  })
}

type Sending = { file: File; onShare: (share: number) => void; signal: AbortSignal }

/** Straight from the disk: fetch does not tell how far a body came. @throws ProblemError */
export function uploadFile({ file, onShare, signal }: Sending): Promise<ImportUpload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/import-uploads?name=${encodeURIComponent(file.name.slice(0, 200))}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(loaded / Math.max(1, total)),
    )
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as ImportUpload)
      else reject(new ProblemError(request.response as ProblemError['problem']))
    })
    request.addEventListener('error', () => reject(new ProblemError(unreachable)))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const unreachable: ProblemError['problem'] = {
  type: 'about:blank',
  title: 'The server cannot be reached',
  status: 0,
  reason: 'network.unreachable',
}
