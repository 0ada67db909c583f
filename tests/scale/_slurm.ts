/** A Slurm of one node. */
export interface Slurm extends AsyncDisposable {
  /** The environment that its commands need. */
  readonly env: Readonly<Record<string, string>>;
}

/** Ports that a test may take, besides Slurm's own. */
const PORTS = { controller: 36_817, node: 36_818 };

/**
 * Starts a Slurm of one node whose files are all in a temporary folder.
 *
 * @throws Error with the log when it does not come up
 */
export async function startSlurm(): Promise<Slurm> {
  const root = await Deno.makeTempDir({ prefix: "slurm" });
  // The daemon of munge runs as its own user, who must reach its socket.
  await Deno.chmod(root, 0o755);
  const host = (await text("hostname")).trim();
  const env = {
    SLURM_CONF: `${root}/slurm.conf`,
    // Where jobs log to; by default it is the folder they are started in.
    SBATCH_OUTPUT: `${root}/job-%A_%a.log`,
  };
  await Deno.writeTextFile(env.SLURM_CONF, configuration(root, host));
  const daemons: Deno.ChildProcess[] = [];
  const stop = async () => {
    for (const daemon of daemons.reverse()) await ended(daemon);
    await Deno.remove(root, { recursive: true });
  };
  try {
    daemons.push(await startMunge(root));
    daemons.push(daemon(["slurmctld", "-D", "-L", `${root}/slurmctld.log`], env));
    daemons.push(daemon(["slurmd", "-D", "-N", host, "-L", `${root}/slurmd.log`], env));
    await ready(env, root);
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, [Symbol.asyncDispose]: stop };
}

/** Authentication with a key of its own; nothing of the machine's is touched. */
async function startMunge(root: string): Promise<Deno.ChildProcess> {
  const folder = `${root}/munge`;
  await Deno.mkdir(folder);
  await Deno.writeFile(`${folder}/key`, crypto.getRandomValues(new Uint8Array(1024)), {
    mode: 0o400,
  });
  await text("chown", "-R", "munge", folder);
  // Slurm reaches it through the socket alone, so that whoever can open it may.
  await Deno.chmod(folder, 0o711);
  const files = ["key-file=key", "socket=socket", "pid-file=pid", "log-file=log", "seed-file=seed"];
  const options = files.map((pair) => `--${pair.replace("=", `=${folder}/`)}`);
  const process = daemon(
    ["runuser", "-u", "munge", "--", "munged", "--foreground", "--force", ...options],
    {},
  );
  for (let i = 0; i < 100; i++) {
    if (await Deno.stat(`${folder}/socket`).then(() => true, () => false)) return process;
    await sleep(50);
  }
  await ended(process);
  throw new Error(`munged does not come up:\n${await logs(root)}`);
}

function configuration(root: string, host: string): string {
  return `
ClusterName=alidade
SlurmctldHost=${host}
SlurmctldPort=${PORTS.controller}
SlurmdPort=${PORTS.node}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${root}/munge/socket
CredType=cred/munge
StateSaveLocation=${root}/state
SlurmdSpoolDir=${root}/spool
SlurmctldPidFile=${root}/slurmctld.pid
SlurmdPidFile=${root}/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=${host} CPUs=2 RealMemory=1000
PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP
`;
}

async function ready(env: Readonly<Record<string, string>>, root: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    const state = await text("env", `SLURM_CONF=${env.SLURM_CONF}`, "sinfo", "-h", "-o", "%T");
    if (state.trim() === "idle") return;
    await sleep(200);
  }
  throw new Error(`Slurm does not come up:\n${await logs(root)}`);
}

async function logs(root: string): Promise<string> {
  const paths = ["munge/log", "slurmctld.log", "slurmd.log"].map((name) => `${root}/${name}`);
  const texts = await Promise.all(paths.map((p) => Deno.readTextFile(p).catch(() => "")));
  return texts.join("\n");
}

function daemon(command: string[], env: Readonly<Record<string, string>>): Deno.ChildProcess {
  const [program, ...args] = command;
  return new Deno.Command(program!, { args, env, stdout: "null", stderr: "null" }).spawn();
}

async function ended(process: Deno.ChildProcess): Promise<void> {
  try {
    process.kill("SIGTERM");
  } catch {
    // It ended by itself.
  }
  await process.status;
}

async function text(...command: string[]): Promise<string> {
  const [program, ...args] = command;
  return new TextDecoder().decode(
    (await new Deno.Command(program!, { args, stderr: "null" }).output()).stdout,
  );
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
