// The part of PathFinding.js that the bench uses: it has no types of its own.

export declare class Grid {
  constructor(cells: readonly (readonly number[])[]);
  clone(): Grid;
}

interface Finder {
  findPath(x: number, y: number, u: number, v: number, grid: Grid): [number, number][];
}

interface Options {
  diagonalMovement?: number;
  heuristic?: (dx: number, dy: number) => number;
}

declare const PF: {
  Grid: typeof Grid;
  AStarFinder: new (options?: Options) => Finder;
  JumpPointFinder: new (options?: Options) => Finder;
  DiagonalMovement: { Never: number; OnlyWhenNoObstacles: number };
  Heuristic: {
    manhattan(dx: number, dy: number): number;
    octile(dx: number, dy: number): number;
  };
};

export default PF;
