import { assert, assertEquals, assertMatch } from "../_assert.ts";
import { withFolder } from "./_folders.ts";
import { alidade } from "./_io.ts";

// Processes of their own: signals, pipes and full disks do not reach a command in this one.

const MAIN = new URL("../../cli/main.ts", import.meta.url).pathname;
const STORY = "1 The mug is left of the pen.\n2 Is the mug to the left of the pen?\tyes\t1\n";
const CERTIFICATE = JSON.stringify({
  instance: { form: "closed", points: [[0, 0], [1, 0], [0, 1]], metric: "manhattan" },
});

/** Whether the tools of a shell are there. */
const hasShell = Deno.build.os === "linux";

const alidadeArgs = ["run", "-q", "--no-check", "--allow-read", "--allow-write", MAIN];

interface Files {
  readonly folder: string;
  readonly story: string;
  readonly items: string;
  readonly replies: string;
  readonly certificate: string;
}

async function withFiles(use: (files: Files) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const files = {
      folder,
      story: `${folder}/story.txt`,
      items: `${folder}/items/items.jsonl`,
      replies: `${folder}/replies.jsonl`,
      certificate: `${folder}/certificate.json`,
    };
    await Deno.writeTextFile(files.story, STORY.repeat(2000));
    await alidade("generate", "direction", "--count", "3000", "--out", `${folder}/items`);
    await Deno.writeTextFile(files.replies, '{"id": "x", "reply": "top"}\n');
    await Deno.writeTextFile(files.certificate, CERTIFICATE);
    await use(files);
  });
}

/** Runs a line of a shell in which `alidade` is the command line. */
async function shell(line: string) {
  const script = `alidade() { "$DENO" ${alidadeArgs.join(" ")} "$@"; }; ${line}`;
  const { code, stderr } = await new Deno.Command("bash", {
    args: ["-c", script],
    env: { DENO: Deno.execPath(), NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).output();
  return { code, log: new TextDecoder().decode(stderr) };
}

function leftBehind(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder), ({ name }) => name).filter((n) => /part/.test(n));
}

Deno.test({
  name: "robust: a full disk behind standard output or a file is one clear error of each command",
  ignore: !hasShell,
  async fn() {
    await withFiles(async ({ folder, story, items, replies, certificate }) => {
      const lines = [
        `generate direction --count 100000 --out - >/dev/full`,
        `verify babi ${story} >/dev/full`,
        `verify babi ${story} --json - >/dev/full`,
        `verify babi ${story} --json /dev/full`,
        `verify babi ${story} --summary /dev/full`,
        `score --items ${items} --replies ${replies} >/dev/full`,
        `score --items ${items} --replies ${replies} --json /dev/full`,
        `report ${items} --out /dev/full`,
        `check tour ${certificate} >/dev/full`,
        `tasks >/dev/full`,
      ];
      const ran = await Promise.all(lines.map((line) => shell(`alidade ${line}`)));
      ran.forEach(({ code, log }, i) => {
        assertEquals(code, 1, `${lines[i]}: ${log}`);
        assertMatch(log, /^alidade \w+: Cannot (write|read) [^\n]*, must [^\n]*\n$/, lines[i]);
      });
      assertEquals(leftBehind(folder), []);
    });
  },
});

Deno.test({
  name: "robust: a reader that goes away ends each command with one line at most",
  ignore: !hasShell,
  async fn() {
    await withFiles(async ({ story, items, replies }) => {
      const lines = [
        `generate direction --count 3000000 --out -`,
        `verify babi ${story} --json -`,
        `score --items ${items} --replies ${replies} 2>/dev/null`,
        `tasks direction tour maze`,
      ];
      const ran = await Promise.all(
        lines.map((line) => shell(`alidade ${line} | head -c 100 >/dev/null`)),
      );
      ran.forEach(({ log }, i) => {
        assertMatch(log, /^(alidade \w+: Cannot write standard output: [^\n]*\n)?$/, lines[i]);
      });
    });
  },
});

Deno.test({
  name: "robust: what cannot be made is one clear error of each command",
  ignore: !hasShell,
  async fn() {
    await withFiles(async ({ story, items, replies }) => {
      const commands = [
        ["verify", "babi", story, "--json", `${story}/x.jsonl`],
        ["verify", "babi", story, "--out", `${story}/x`],
        ["score", "--items", items, "--replies", replies, "--json", `${story}/x.jsonl`],
        ["report", items, "--out", `${story}/x.html`],
        ["pack", items, "--as", "parquet", "--out", `${story}/x`],
        ["merge", items.replace("/items.jsonl", ""), "--out", `${story}/x`],
      ];
      for (const words of commands) {
        const { code, log } = await alidade(...words);
        assertEquals(code, 1, words.join(" "));
        assertMatch(log, /^alidade \w+: Cannot (write|make|read) .*, must .*$/, words.join(" "));
      }
    });
  },
});

Deno.test({
  name: "robust: a file that grows too large leaves neither half of it nor half a dataset",
  ignore: !hasShell,
  async fn() {
    await withFiles(async ({ folder, story, items }) => {
      // A limit on the size of files stands in for the disk: no test may need to mount one.
      const limited = (line: string) => shell(`trap "" XFSZ; ulimit -f 50; alidade ${line}`);
      const ran = await Promise.all([
        limited(`verify babi ${story} --json ${folder}/verdicts.jsonl`),
        limited(`verify babi ${story} --out ${folder}/verdicts`),
        limited(`pack ${items} --as webdataset --out ${folder}/set`),
        limited(`report ${items} --most 3000 --out ${folder}/page.html`),
      ]);
      for (const { code, log } of ran) {
        assertEquals(code, 1, log);
        assertMatch(
          log,
          /^alidade \w+: Cannot write [^\n]*, must be a file that can be written\n$/,
        );
      }
      assertEquals(leftBehind(folder), []);
      const names = Array.from(Deno.readDirSync(folder), ({ name }) => name);
      assert(!names.includes("verdicts.jsonl") && !names.includes("page.html"));
      assert(!names.includes("set"));
      assertEquals([...Deno.readDirSync(`${folder}/verdicts`)], []);
    });
  },
});

/** Starts a command, sends it SIGINT once a half made file stands in the folder, and waits. */
async function interrupted(folder: string, words: string[]): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...alidadeArgs, ...words],
    stdout: "null",
    stderr: "null",
  }).spawn();
  for (let i = 0; leftBehind(folder).length === 0; i++) {
    assert(i < 1000, `nothing half made by ${words.join(" ")}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGINT");
  return (await child.status).code;
}

Deno.test({
  name: "robust: Ctrl-C leaves no half made file of any command",
  ignore: !hasShell,
  async fn() {
    await withFiles(async ({ folder, items, replies }) => {
      // Nobody writes to it: who reads it waits.
      const pipe = `${folder}/pipe`;
      await new Deno.Command("mkfifo", { args: [pipe] }).output();
      const commands = [
        ["verify", "babi", pipe, "--json", `${folder}/verdicts.jsonl`],
        ["score", "--items", pipe, "--replies", replies, "--json", `${folder}/marks`],
      ];
      for (const words of commands) {
        assertEquals(await interrupted(folder, words), 130, words[0]);
        assertEquals(leftBehind(folder), []);
      }
      const pack = ["pack", items, "--as", "parquet", "--rows", "1", "--out", `${folder}/set`];
      await Deno.mkdir(`${folder}/set`);
      assertEquals(await interrupted(`${folder}/set`, pack), 130);
      assertEquals(leftBehind(folder), []);
      assertEquals([...Deno.readDirSync(`${folder}/set`)], []);
    });
  },
});
