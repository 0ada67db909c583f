/** sqrt(dx^2 + dy^2) to the nearest integer, exactly: it is never halfway between two. */
export function roundedHypotenuse(dx: number, dy: number): number {
  // Half of floor(sqrt(4n)) + 1, rounded down, is the nearest integer to sqrt(n).
  const quadruple = 4 * (dx * dx + dy * dy);
  let root = Math.floor(Math.sqrt(quadruple));
  if (root * root > quadruple) root--;
  return Math.floor((root + 1) / 2);
}
