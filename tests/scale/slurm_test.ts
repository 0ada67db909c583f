import { engineTests, programMissing, SCALE } from "./_engine.ts";
import { startSlurm } from "./_slurm.ts";

const PROGRAMS = ["sbatch", "slurmctld", "slurmd", "munged", "runuser"];

engineTests({
  name: "Slurm",
  missing: programMissing(...PROGRAMS) ??
    (isRoot() ? null : "a cluster of one node is started by root only"),
  command: [`${SCALE}slurm.sh`],
  start: startSlurm,
});

function isRoot(): boolean {
  const { stdout } = new Deno.Command("id", { args: ["-u"] }).outputSync();
  return new TextDecoder().decode(stdout).trim() === "0";
}
