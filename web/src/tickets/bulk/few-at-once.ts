/** Does the work for each, in their order, never for more than so many at the same time. */
export async function fewAtOnce<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values()
  const workers = Array.from({ length: Math.min(most, items.length) }, async () => {
    for (const item of left) await work(item)
  })
  await Promise.all(workers)
}
