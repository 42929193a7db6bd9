import { ROOT_CONTEXT, SeverityNumber, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Attributes, Context, Logger, Span, Tracer } from '@opentelemetry/api'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Config } from '#acme/config.ts'

const serviceNames = ['exports', 'mail', 'webhooks', 'web'] as const
type Service = (typeof serviceNames)[number]
type Level = 'INFO' | 'WARN' | 'ERROR'

/** One traced piece of work for one account; what it logs carries the trace and the account. */
export type Activity = {
  traceId: string
  /** W3C form, so that work done later continues this trace. */
  traceparent: string
  log(level: Level, message: string, attributes?: Attributes): void
  step<T>(name: string, work: () => Promise<T>): Promise<T>
}

export type Telemetry = {
  trace<T>(
    service: Service,
    name: string,
    about: { accountId: string; parent?: string | null; attributes?: Attributes },
    work: (activity: Activity) => Promise<T>,
  ): Promise<T>
  flush(): Promise<void>
  stop(): Promise<void>
}

type Instruments = { tracer: Tracer; logger: Logger }

export function startTelemetry(otlp: Config['otlp']): Telemetry {
  const providers = serviceNames.map((service) => provide(service, otlp))
  const instruments = new Map<Service, Instruments>(
    providers.map(({ service, traces, logs }) => [
      service,
      { tracer: traces.getTracer('acme'), logger: logs.getLogger('acme') },
    ]),
  )
  const both = providers.flatMap(({ traces, logs }) => [traces, logs])
  return {
    trace: (service, name, about, work) => {
      const found = instruments.get(service)
      if (!found) throw new Error(`unknown service ${service}`)
      return runTraced(found, name, about, work)
    },
    // A collector that is away must not stop anything: what could not be sent is given up.
    flush: async () => void (await Promise.allSettled(both.map((one) => one.forceFlush()))),
    stop: async () => void (await Promise.allSettled(both.map((one) => one.shutdown()))),
  }
}

function provide(service: Service, otlp: Config['otlp']) {
  const resource = resourceFromAttributes({
    'service.name': service,
    'service.namespace': 'acme',
    'deployment.environment.name': 'production',
  })
  const send = (path: string) => ({
    url: `${otlp?.endpoint}${path}`,
    headers: otlp?.headers ?? {},
    timeoutMillis: 8000,
  })
  const traces = new TracerProvider({
    resource,
    spanProcessors: otlp
      ? [
          new BatchSpanProcessor({
            exporter: new OTLPTraceExporter(send('/v1/traces')),
            scheduledDelayMillis: 500,
          }),
        ]
      : [],
  })
  const logs = new LoggerProvider({
    resource,
    processors: otlp
      ? [
          new BatchLogRecordProcessor({
            exporter: new OTLPLogExporter(send('/v1/logs')),
            scheduledDelayMillis: 500,
          }),
        ]
      : [],
  })
  return { service, traces, logs }
}

async function runTraced<T>(
  { tracer, logger }: Instruments,
  name: string,
  about: { accountId: string; parent?: string | null; attributes?: Attributes },
  work: (activity: Activity) => Promise<T>,
): Promise<T> {
  const attributes = { 'account.id': about.accountId, ...about.attributes }
  const span = tracer.startSpan(name, { attributes }, parentContext(about.parent))
  const context = trace.setSpan(ROOT_CONTEXT, span)
  const { traceId, spanId } = span.spanContext()
  const activity: Activity = {
    traceId,
    traceparent: `00-${traceId}-${spanId}-01`,
    log: (level, message, extra) =>
      logger.emit({
        severityNumber: SeverityNumber[level],
        severityText: level,
        body: message,
        attributes: { ...attributes, ...extra },
        context,
      }),
    step: (stepName, stepWork) =>
      ending(tracer.startSpan(stepName, { attributes }, context), stepWork),
  }
  return ending(span, () => work(activity))
}

async function ending<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    span.setStatus({ code: SpanStatusCode.ERROR, message })
    throw error
  } finally {
    span.end()
  }
}

function parentContext(traceparent: string | null | undefined): Context {
  const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(traceparent ?? '')
  if (!found?.[1] || !found[2]) return ROOT_CONTEXT
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: found[1],
    spanId: found[2],
    traceFlags: 1,
    isRemote: true,
  })
}
