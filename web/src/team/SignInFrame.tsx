import type { ReactNode } from 'react'

type SignInFrameProps = {
  title: string
  /** What is asked for, in a sentence. */
  lead?: string | undefined
  children: ReactNode
}

/** Of the pages that are open to everybody: coming in, and setting a password. */
export function SignInFrame({ title, lead, children }: SignInFrameProps) {
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 py-[12vh]">
      <title>{`${title} · Firstline`}</title>
      <div className="w-full max-w-sm">
        <img src="/icon.svg" alt="" className="mb-6 size-9" />
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-1 text-pretty wrap-anywhere text-muted">{lead}</p>}
        <div className="mt-6 flex flex-col gap-4">{children}</div>
      </div>
    </main>
  )
}

/** A link of the document: whatever the page held is gone with it. */
export function SignInLink({ children }: { children: ReactNode }) {
  return (
    <a href="/sign-in" className="w-fit text-sm text-accent hover:underline">
      {children}
    </a>
  )
}
