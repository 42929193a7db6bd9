/** Whether another page shows this one within itself. */
export function isFramed(): boolean {
  return window.self !== window.top
}
