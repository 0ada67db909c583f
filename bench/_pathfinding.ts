// @ts-types="./_pathfinding.d.ts"
import PF from "pathfinding";

export default PF;
