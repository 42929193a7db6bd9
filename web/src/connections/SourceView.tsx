import { Loaded } from '#web/Loaded.tsx'
import { TrySource } from './TrySource.tsx'
import { useSource } from './useConnections.ts'
import { YamlText } from './YamlText.tsx'

/** One source: to be tried with an account, and to be copied. */
export function SourceView({ source: id }: { source: string }) {
  return (
    <Loaded query={useSource(id)} isCompact>
      {(source) => (
        <div className="grid grid-cols-1 gap-x-8 lg:grid-cols-2">
          <TrySource source={source} />
          <YamlText yaml={source.yaml} />
        </div>
      )}
    </Loaded>
  )
}
