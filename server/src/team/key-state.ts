type Key = {
  revoked_at: Date | null
  expires_at: Date
  asleep_at: Date | null
  ownerDisabledAt: Date | null
}

export function keyStateOf(key: Key, now: Date): 'active' | 'asleep' | 'expired' | 'revoked' {
  if (key.revoked_at) return 'revoked'
  if (key.expires_at <= now) return 'expired'
  return key.asleep_at || key.ownerDisabledAt ? 'asleep' : 'active'
}
