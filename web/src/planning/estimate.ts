/**
 * People rounded to what an estimate is worth, as the server rounds them: to tens below 1,000, to hundreds above;
 * fewer than ten stay as they are.
 */
export function roundPeople(people: number): number {
  if (people < 9.5) {
    return Math.max(0, Math.round(people));
  }
  const step = people < 1000 ? 10 : 100;
  return Math.round(people / step) * step;
}
