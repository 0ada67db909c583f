// @ts-types="./_pathfinding.d.ts"
import PF from "npm:pathfinding@0.4.18";

export default PF;
