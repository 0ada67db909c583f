import {
  type Checked,
  cosit,
  type Dataset,
  decompsr,
  forest,
  matres,
  qcn,
  qsrlib,
  spacenli,
  spare,
  spartqa,
  textFile,
  tiger,
  verify,
  vsr,
  whatsup,
} from "../../datasets/mod.ts";
import { assert, assertEquals, assertStringIncludes } from "../_assert.ts";
import { checkText } from "./_check.ts";

const lines = (...records: readonly unknown[]) =>
  records.map((record) => JSON.stringify(record) + "\n").join("");

const verdicts = (checked: readonly Checked[]) => checked.map(({ verdict }) => verdict);

/** Checks a file that stands among others. */
function checkFiles(
  dataset: Dataset,
  files: Readonly<Record<string, string>>,
  path: string,
  companions: Readonly<Record<string, readonly string[]>> = {},
): Promise<Checked[]> {
  const open = (path: string) =>
    Object.hasOwn(files, path)
      ? Promise.resolve(textFile(path, files[path]!))
      : Promise.reject(new Error(`Cannot read ${path}: absent`));
  return Array.fromAsync(
    verify(dataset, [path], { open, companions: new Map(Object.entries(companions)) }),
  );
}

Deno.test("cosit: points of a line, with a smallest contradiction", async () => {
  const story =
    "P is on the left of Q. Q overlaps with R. T is on the right of R. R is on the left of P.";
  const checked = await checkText(
    cosit,
    lines(
      { text: story, label: "satisfiable", id: 7 },
      { text: story, label: "unsatisfiable", id: 8 },
      { text: "P is on the left of Q. Q is not on the right of P.", label: "unsatisfiable", id: 9 },
      { text: "P is near Q.", label: "satisfiable", id: 10 },
      { text: "", label: "satisfiable", id: 11 },
      { text: "P overlaps with P.", label: "satisfiable", id: 12 },
    ),
  );
  assertEquals(verdicts(checked), [
    "disagree",
    "agree",
    "agree",
    "unsupported",
    "invalid",
    "invalid",
  ]);
  assertStringIncludes(checked[0]!.reason!, "Q overlaps with R.; R is on the left of P.");
  assert(!checked[0]!.reason!.includes("T is on"));
  assertStringIncludes(checked[4]!.reason!, "the story is empty");
  assertStringIncludes(checked[5]!.reason!, 'relates "P" to itself');
});

Deno.test("matres: a record a document; a flipped label makes a core of three", async () => {
  const row = (document: string, a: number, b: number, label: string) =>
    [document, `w${a}`, `w${b}`, a, b, label].join("\t") + "\n";
  const text = row("D1", 1, 2, "BEFORE") + row("D2", 1, 2, "VAGUE") + row("D1", 2, 3, "EQUAL") +
    row("D1", 1, 3, "AFTER") + row("D1", 3, 4, "AFTER") + row("D2", 2, 1, "BEFORE");
  const checked = await checkText(matres, text);
  assertEquals(checked.map(({ id, verdict }) => [id, verdict]), [["D1", "disagree"], [
    "D2",
    "agree",
  ]]);
  assertEquals(checked[0]!.reason!.split("; ").length, 3);
  const bad = await checkText(matres, row("D1", 1, 1, "BEFORE") + row("D1", 1, 2, "SOON"));
  assertStringIncludes(bad[0]!.reason!, "both are 1");
  assertStringIncludes(bad[1]!.reason!, "must be one of BEFORE, AFTER, EQUAL, VAGUE");
});

Deno.test("qsrlib: boxes as written; size 0 and what doubles lose are named", async () => {
  const boxes = "o1,x1,y1,w1,l1,o2,x2,y2,w2,l2\n" +
    "p,0.15,0,0.3,2,q,0.45,0,0.3,2\n" +
    "p,1,1,0,0,q,1,1,0,0\n" +
    "p,2,3,4,4,q,2,3,1,1\n";
  const check = (kind: string, ...claims: readonly (readonly [number, string])[]) => {
    const records = claims.map(([time, claim]) => `${time}.0,p,q,{'${kind}': '${claim}'}`);
    const files = { [`my_${kind}.txt`]: JSON.stringify(records), "boxes.csv": boxes };
    return checkFiles(qsrlib, files, `my_${kind}.txt`, { boxes: ["boxes.csv"] });
  };
  // 0.15 + 0.3/2 is 0.3 and so is 0.45 - 0.3/2, but the doubles differ.
  const rcc8 = await check("rcc8", [1, "ec"], [1, "dc"], [1, "po"], [2, "eq"], [3, "ntppi"]);
  assertEquals(verdicts(rcc8), ["agree", "disagree", "disagree", "ambiguous", "agree"]);
  const lost = "exact meeting lost to the rounding of doubles";
  assertEquals(rcc8.filter(({ group }) => group === lost).length, 1);
  assertEquals(rcc8[3]!.group, "box of size 0");
  const ra = await check("ra", [1, "m,="], [2, "m,m"], [2, "=,="], [3, "di,di"]);
  assertEquals(verdicts(ra), ["agree", "disagree", "agree", "agree"]);
  assertEquals(ra[1]!.group, "box of size 0");
  const cardir = await check("cardir", [1, "w"], [2, "eq"], [1, "e"]);
  assertEquals(verdicts(cardir), ["agree", "agree", "disagree"]);
  const wrong = await check("rcc8", [9, "ec"]);
  assertStringIncludes(wrong[0]!.reason!, "there are 3 rows of boxes");
});

const RCC = " 0 1 ( NTPP )\n 1 2 (DC)\n";

Deno.test("qcn: networks by number and name, relations by name or by their tables", async () => {
  const files = {
    "in/answers.tsv":
      "network\tfile\tanswer\n1\trcc8.csp\tinconsistent\nb\trcc8.csp\tconsistent\n" +
      "1\tmine.csp\tconsistent\n2\tmine.csp\tinconsistent\n3\trcc8.csp\tconsistent\n" +
      "1\tabsent.csp\tconsistent\n1\todd.csp\tconsistent\n",
    "in/rcc8.csp": `2 #a\n${RCC} 0 2 ( PO EC )\n.\n2 #b\n${RCC} 0 2 ( PO DC )\n.\n`,
    "in/mine.csp": "1 #\n 0 1 (up)\n.\n2 #\n 0 1 (up)\n 1 2 (up)\n 2 0 (up same)\n.\n",
    "in/mine.comp": ["up", "same", "down"].flatMap((a) =>
      ["up", "same", "down"].map((b) => {
        const cell = a === "same" ? b : b === "same" || a === b ? a : "up same down";
        return `${a} : ${b} :: ( ${cell} )\n`;
      })
    ).join(""),
    "in/mine.conv": "up :: down\nsame :: same\ndown :: up\n",
    "in/odd.csp": "1 #\n 0 1 (beside)\n.\n",
  };
  const checked = await checkFiles(qcn, files, "in/answers.tsv");
  assertEquals(verdicts(checked), [
    "agree",
    "agree",
    "agree",
    "agree",
    "invalid",
    "invalid",
    "unsupported",
  ]);
  assertEquals(checked[1]!.id, "rcc8.csp#2");
  assertStringIncludes(checked[4]!.reason!, "it has 2 networks");
  assertStringIncludes(checked[5]!.reason!, "it is not there");
});

Deno.test("decompsr: unit steps; a story that contradicts itself decides nothing", async () => {
  const record = (data: string, answer: string) => {
    const question = "What is the relation of the agent XA to the agent XC?";
    return { ID: "i", data, question, answer };
  };
  const story = "1 XA is above XB.\n2 XB is positioned in the front right corner of XC.\n";
  const checked = await checkText(
    decompsr,
    lines(
      record(story, "upper-right"),
      record(story, "above"),
      record(story + "3 XQ is left of XR.\n4 XR is left of XQ.\n", "upper-right"),
      record("1 XA ponders XC.\n", "above"),
    ),
  );
  assertEquals(verdicts(checked), ["agree", "disagree", "undetermined", "unsupported"]);
  assertStringIncludes(checked[2]!.reason!, "XQ is left of XR. XR is left of XQ.");
});

Deno.test("forest: the answers of both readings, and where the frame does not matter", async () => {
  const item = (context: string, candidate_answer: readonly string[]) => {
    const question = "From the camera perspective, what is the relation of the goat to the pig?";
    return { id: "f", context, question, candidate_answer };
  };
  const goat = "A goat is to the left of a pig.";
  const data = [
    item(goat, ["left"]),
    item(`${goat} The pig is facing toward the camera.`, ["right", "left"]),
    item(`${goat} The pig is facing toward the camera.`, ["left"]),
    item(`${goat} The pig is facing away from the camera.`, ["left", "left"]),
    item("A goat is in front of a pig. The pig is facing left relative to the camera.", [
      "left",
      "front",
    ]),
    item(
      "A goat is to the left of a pig from the camera's perspective. The pig is facing toward the camera.",
      ["left"],
    ),
    item(`${goat} The pig is asleep.`, ["left"]),
  ];
  const checked = await checkText(forest, JSON.stringify({ data }));
  assertEquals(verdicts(checked), [
    "agree",
    "agree",
    "disagree",
    "agree",
    "agree",
    "agree",
    "unsupported",
  ]);
  const same = checked.filter(({ group }) => group === "the frame of reference does not matter");
  assertEquals(same.length, 3);
});

Deno.test("spacenli: what follows, what contradicts, what is declined and why", async () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    [
      "The pen is below the jug. The fly is above the jug.",
      "The pen is below the fly.",
      "entailment",
      "agree",
    ],
    ["The pen is on top of the jug.", "The pen is under the jug.", "contradiction", "agree"],
    ["The pen is on top of the jug.", "The jug is above the pen.", "neutral", "disagree"],
    ["Ann is in front of Bob.", "Bob is behind Ann.", "neutral", "agree"],
    ["Ann is in front of Bob.", "Ann is behind Bob.", "contradiction", "agree"],
    ["Ann walked into the shed.", "Ann is in the shed.", "neutral", "unsupported"],
    ["Ann was in the shed.", "Ann is in the shed.", "neutral", "unsupported"],
    ["Ann is in the shed.", "Bob is in the shed.", "neutral", "undetermined"],
    ["Ann is in the shed.", "Ann is in the shed.", "???", "unsupported"],
  ];
  const records = rows.map(([premises, hypothesis, label], i) => {
    return { id: String(i), label, premises: premises.split(/(?<=\.) /), hypothesis };
  });
  const checked = await checkText(spacenli, lines(...records));
  assertEquals(verdicts(checked), rows.map(([, , , verdict]) => verdict as Checked["verdict"]));
});

Deno.test("tiger: rows that contradict each other, and what is denied though implied", async () => {
  const rows = [
    ["Is Zipcode 1 adjacent to and southwest of Zipcode 2?", "yes"],
    ["Is Zipcode 1 southwest of Zipcode 2?", "no"],
    ["Is Zipcode 3 north of Zipcode 4?", "yes"],
    ["Is Zipcode 4 north of Zipcode 3?", "yes"],
    ["Is Zipcode 5 east of Zipcode 6?", "no"],
    ["Is Zipcode 5 east of Zipcode 6?", "yes"],
    ['"Avon County Iowa contains Zipcode 7, correct?"', "yes"],
    ['"Zipcode 7 has no common ground with Avon County Iowa, correct?"', "yes"],
    ["Is Zipcode 8 west of Zipcode 9?", "yes"],
    ["Is Zipcode 8 large?", "yes"],
    ["Is Zipcode 8 west of Zipcode 9?", "maybe"],
  ];
  const text = "query,truth\n" + rows.map((row) => row.join(",") + "\n").join("");
  const checked = await checkText(tiger, text);
  const [denied, both, same] = [
    "denied, though another answer implies it",
    "both affirmed, though one excludes the other",
    "the same both affirmed and denied",
  ];
  assertEquals(checked.map(({ group }) => group), [
    denied,
    denied,
    both,
    both,
    same,
    same,
    both,
    both,
    null,
    null,
    null,
  ]);
  assertEquals(verdicts(checked.slice(8)), ["undetermined", "unsupported", "invalid"]);
  assertStringIncludes(checked[0]!.reason!, "line 3,");
});

Deno.test("vsr: labels of one picture that exclude each other, by frame", async () => {
  const row = (
    image: string,
    caption: string,
    relation: string,
    label: number,
    frame: number | null = null,
  ) => {
    return { image, caption, relation, label, reference_frame: frame };
  };
  const checked = await checkText(
    vsr,
    lines(
      row("1", "The goat is left of the pig.", "left of", 1, 0),
      row("1", "The pig is at the left side of the goat.", "at the left side of", 1, 1),
      row("2", "The goat is behind the pig.", "behind", 1),
      row("2", "The pig is behind the goat.", "behind", 1),
      row("3", "The goat is on top of the pig.", "on top of", 1),
      row("3", "The goat is on the pig.", "on", 0),
      row("4", "The goat is left of the pig.", "left of", 1),
      row("4", "The goat is facing the pig.", "facing", 1),
      row("5", "The goat is left of the pig.", "right of", 1),
    ),
  );
  assertEquals(checked.map(({ group }) => group?.split(" ")[0] ?? null), [
    "two",
    "two",
    "two",
    "two",
    "said",
    "said",
    null,
    null,
    null,
  ]);
  assertStringIncludes(checked[0]!.group!, "only in one frame");
  assertEquals(checked[2]!.group, "two captions said to be true exclude each other");
  assertEquals(verdicts(checked.slice(6)), ["undetermined", "unsupported", "unsupported"]);
});

const BLOCKS =
  "There are two blocks called A and B. A is to the left of B. In A, there is a small " +
  "red circle near and above a large blue square. Far to the left of the blue square is a small " +
  "green triangle. In B, there is a large blue triangle touching the bottom edge of B.";

const SIDES = ["left", "right", "above", "below", "near to", "far from", "touching", "DK"];

Deno.test("spartqa: closed for what is there, open for directions, other blocks are far", async () => {
  const rows:
    readonly (readonly [string, string, readonly (string | number)[], string[] | "", string])[] = [
      ["YN", "Is the red circle above a blue thing?", ["Yes"], "", "agree"],
      ["YN", "Is the red circle above a blue thing?", ["No"], "", "disagree"],
      ["YN", "Is the small green triangle below the large blue square?", ["DK"], "", "agree"],
      ["YN", "Is the red circle far from the blue triangle?", ["Yes"], "", "agree"],
      ["YN", "Is there a yellow thing?", ["No"], "", "agree"],
      ["YN", "Is the red circle near the green triangle?", ["No"], "", "undetermined"],
      [
        "YN",
        "Are all of the blue things to the right of the green triangle?",
        ["Yes"],
        "",
        "agree",
      ],
      ["YN", "Is the triangle above the circle?", ["No"], "", "unsupported"],
      ["FB", "What block does not have any circles inside of it?", ["B"], ["A", "B"], "agree"],
      [
        "FB",
        "What block does not have an object touching the edge of it?",
        ["A"],
        ["A", "B"],
        "agree",
      ],
      ["FB", "What block has all of the triangles inside?", [], ["A", "B"], "agree"],
      [
        "FR",
        "What is the relation between the red circle and the blue square?",
        [2, 4],
        SIDES,
        "agree",
      ],
      [
        "FR",
        "What is the relation between the red circle and the blue triangle?",
        [1, 5],
        SIDES,
        "disagree",
      ],
      [
        "CO",
        "What object is to the right of the green triangle, the blue square or the blue triangle?",
        [2],
        ["the blue square", "the blue triangle", "both of them", "none of them"],
        "agree",
      ],
    ];
  const questions = rows.map(([q_type, question, answer, candidate_answers], q_id) => {
    return { q_id, q_type, question, answer, candidate_answers };
  });
  const data = [
    { story: [BLOCKS], questions },
    {
      story: [BLOCKS + " The red circle is far below the blue square."],
      questions: questions.slice(0, 1),
    },
    { story: [BLOCKS + " The circle glows."], questions: questions.slice(0, 1) },
  ];
  const checked = await checkText(spartqa, JSON.stringify({ data }));
  const told = rows.map(([, , , , verdict]) => verdict);
  assertEquals(verdicts(checked), [...told, "undetermined", "unsupported"] as Checked["verdict"][]);
  assertStringIncludes(checked.at(-2)!.reason!, "contradicts itself");
});

Deno.test("spare: pairs that contradict each other, or their description", async () => {
  const pair = (question: string, answer: string, more: object = {}) => ({
    question,
    answer,
    ...more,
  });
  const about = { image: "x", description: "A jug stands there. The pen is under the jug." };
  const checked = await checkText(
    spare,
    JSON.stringify([
      pair("Where is the cup?", "To the left of the jug."),
      pair("Is the jug to the left of the cup?", "Yes"),
      pair("What is on top of the shelf?", "a book"),
      pair("Where is the book in relation to the shelf?", "The book is under the shelf."),
      pair("What is next to the lamp?", "a vase"),
      pair("How many cups are there?", "Two."),
      pair("Is the jug above the pen?", "Yes.", about),
      pair("Is the jug below the pen?", "Yes.", { ...about, image: "y" }),
    ]),
  );
  assertEquals(verdicts(checked), [
    "undetermined",
    "undetermined",
    "undetermined",
    "undetermined",
    "undetermined",
    "unsupported",
    "agree",
    "disagree",
  ]);
  assertEquals(checked.slice(0, 5).map(({ group }) => group), [
    "contradicts other pairs if one viewer tells all",
    "contradicts other pairs if one viewer tells all",
    "contradicts other pairs",
    "contradicts other pairs",
    null,
  ]);
  const cut = await checkText(spare, '[{"question": "Where is the cup?", "answer": "On the');
  assertEquals([cut[0]!.verdict, cut[0]!.where.field], ["invalid", "[0]"]);
});

Deno.test("whatsup: the first option, and no other, says what the picture's name tells", async () => {
  const item = (image: string, ...caption_options: string[]) => {
    return { image_path: `data/${image}.jpeg`, caption_options };
  };
  const [left, on, right] = [
    "A pen to the left of a jug",
    "A pen on a jug",
    "A pen to the right of a jug",
  ];
  const checked = await checkText(
    whatsup,
    JSON.stringify([
      item("pen_left_of_jug", left!, on!, right!, "A pen under a jug"),
      item("pen_right_of_jug", left!, on!, right!),
      item(
        "beer-bottle_in-front_of_jug",
        "A beer bottle in front of a jug",
        "A beer bottle behind a jug",
      ),
      item("pen_left_of_jug", left!, left!),
      item("photo", left!, on!),
    ]),
  );
  assertEquals(verdicts(checked), ["agree", "disagree", "agree", "disagree", "unsupported"]);
});
