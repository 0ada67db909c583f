const MAP = "type octile\nheight 2\nwidth 2\nmap\n..\n..\n";
const ROW = "0\tm.map\t2\t2\t0\t0\t1\t0\t1\n";
const MESH = "mesh\n2\n3 1\n0 0 2 0 -1\n1 0 2 0 -1\n0 1 2 0 -1\n3 0 1 2 -1 -1 -1\n";
const EDGE = "In an undirected graph, the nodes are numbered from 0 to 1, and the edges are:\n" +
  "an edge between node 0 and node 1 with weight 4.\n" +
  "Q: Give the shortest path from node 0 to node 1.\nA:";
const PATH = "The shortest path from node 0 to node 1 is 0,1 with a total weight of 4.";
const WALK = "If you follow these instructions, do you return to the starting point? Take 1 step.";
const MAZE = "Navigate from 'S' (start) to 'G' (goal):\n\n```\n#SG#\n```\nLegend: '#' = Wall, " +
  "'.' = Passage\n\nWhat is the minimum number of steps to reach the goal?";
const RING = "NAME: r\nTYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: MAN_2D\nNODE_COORD_SECTION\n" +
  "1 0 0\n2 4 0\n3 0 3\nEOF\n";

/** A file without a fault, and what is read beside it. */
export interface Sound {
  readonly dataset: string;
  /** The file to verify, which has one record that agrees. */
  readonly path: string;
  /** What its record ends with where nothing it holds can decide the claim. */
  readonly verdict?: "undetermined";
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly companions?: Readonly<Record<string, string>>;
}

/** One sound file of each kind. */
export const SOUND: readonly Sound[] = [
  {
    dataset: "stepgame",
    path: "a.json",
    text: JSON.stringify({
      "0": {
        story: ["M is over N."],
        question: "What is the relation of the agent M to the agent N?",
        label: "above",
      },
    }),
  },
  {
    dataset: "babi",
    path: "a.txt",
    text: "1 The cat is above the dog.\n2 Is the cat above the dog?\tyes\t1\n",
  },
  {
    dataset: "bbh-navigate",
    path: "a.json",
    text: JSON.stringify({ examples: [{ input: `${WALK}\nOptions:\n- No\n- Yes`, target: "No" }] }),
  },
  {
    dataset: "bigbench",
    path: "a.json",
    text: JSON.stringify({ examples: [{ input: `${WALK}\nOptions:\n- No\n- Yes`, target: "No" }] }),
  },
  {
    dataset: "anyangle",
    path: "m.csv",
    text: "index;length\n0;1\n",
    others: { "m.map": MAP, "m.map.scen": `version 1\n${ROW}` },
  },
  { dataset: "mesh", path: "m.mesh", text: MESH },
  { dataset: "orient", path: "a.txt", text: "7 0 0 1 0 0 1 1\n" },
  {
    dataset: "geodesic",
    path: "a.dat",
    text: "0 0 90 0 0 90 0 0 0 0\n",
  },
  {
    dataset: "sparkle",
    path: "a.json",
    text: JSON.stringify({ "0": { points: { a: [1, 1] }, positions: { a: "down left" } } }),
  },
  {
    dataset: "movingai",
    path: "m.map.scen",
    text: `version 1\n${ROW}`,
    others: { "m.map": MAP },
  },
  {
    dataset: "tsplib",
    path: "r.tsp",
    text: RING,
    others: { "r.opt.tour": "TOUR_SECTION\n1 2 3 -1\n" },
  },
  {
    dataset: "hardtsplib",
    path: "r.tsp",
    text: RING.replace("4 0", "493 0").replace("0 3", "0 7"),
  },
  {
    dataset: "reasoning-gym",
    path: "a.jsonl",
    text: JSON.stringify({ question: MAZE, answer: "1", metadata: { source_dataset: "maze" } }),
  },
  {
    dataset: "roads",
    path: "q.txt",
    text: "0 1 5\n",
    others: { "g.gr": "p sp 2 1\na 0 1 5\n" },
    companions: { graph: "g.gr" },
  },
  {
    dataset: "nlgraph",
    path: "a.json",
    text: JSON.stringify({ "0": { question: EDGE, answer: PATH } }),
  },
  {
    dataset: "jts",
    path: "a.jsonl",
    text: JSON.stringify({
      op: "contains",
      arg1: "A",
      arg2: "B",
      expected: "true",
      a: "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))",
      b: "POINT (1 1)",
    }) + "\n",
  },
  {
    dataset: "vsi",
    path: "q.jsonl",
    text: JSON.stringify({
      id: 1,
      scene: "den",
      type: "object_counting",
      question: "How many bed(s) are in this room?",
      answer: "1",
    }) + "\n",
    others: {
      "meta.json": JSON.stringify({
        den: {
          object_counts: { bed: 1 },
          object_bbox: {
            bed: [{
              centroid: [0, 0, 0],
              axesLengths: [2, 1, 1],
              normalizedAxes: [1, 0, 0, 0, 1, 0, 0, 0, 1],
            }],
          },
        },
      }),
    },
    companions: { meta: "meta.json" },
  },
  {
    dataset: "box-iou",
    path: "cases.json",
    text: JSON.stringify({
      mmdet3d: { a: [[0, 0, 0, 2, 2, 2, 0]], b: [[1, 0, 0, 2, 2, 2, 0]], expected_iou: [[0.3333]] },
    }),
  },
  {
    dataset: "kitti",
    path: "label_2/1.txt",
    text: "Car 0 0 0.00 38.89 8.89 61.11 31.11 2 2 2 0 1 10 0\n",
    others: { "label_2/../calib/1.txt": "P2: 100 0 50 0 0 100 20 0 0 0 1 0\n" },
  },
  {
    dataset: "nuscenes",
    path: "a.json",
    text: JSON.stringify({
      images: [{
        id: 1,
        width: 100,
        height: 40,
        cam_intrinsic: [[100, 0, 50], [0, 100, 20], [0, 0, 1]],
      }],
      annotations: [{
        id: 7,
        image_id: 1,
        category_name: "car",
        bbox: [38.89, 8.89, 22.22, 22.22],
        bbox_cam3d: [0, 0, 10, 2, 2, 2, 0],
        center2d: [50, 20, 10],
      }],
    }),
  },
  {
    dataset: "cosit",
    path: "a.txt",
    text: JSON.stringify({ text: "P is on the left of Q.", label: "satisfiable", id: 1 }) + "\n",
  },
  {
    dataset: "decompsr",
    path: "a.jsonl",
    text: JSON.stringify({
      ID: "a",
      data: "1 XM is over XN.\n",
      question: "What is the relation of the agent XM to the agent XN?",
      answer: "above",
    }) + "\n",
  },
  {
    dataset: "forest",
    path: "a.json",
    text: JSON.stringify({
      data: [{
        id: "a",
        context: "A goat is behind a pig.",
        question: "In the camera view, how is goat positioned in relation to pig?",
        candidate_answer: ["back"],
      }],
    }),
  },
  { dataset: "matres", path: "a.txt", text: "D\tsay\tgo\t1\t2\tBEFORE\n" },
  {
    dataset: "qcn",
    path: "a.tsv",
    text: "file\tanswer\nrcc8.csp\tconsistent\n",
    others: { "rcc8.csp": "1 #a\n 0 1 (DC NTPP)\n.\n" },
  },
  {
    dataset: "qsrlib",
    path: "a_rcc8.txt",
    text: JSON.stringify(["1.0,p,q,{'rcc8': 'ec'}"]),
    others: { "b.csv": "p,0,0,2,2,q,2,0,2,2\n" },
    companions: { boxes: "b.csv" },
  },
  {
    dataset: "spacenli",
    path: "a.jsonl",
    text: JSON.stringify({
      id: "a",
      label: "entailment",
      premises: ["The pen is above the jug"],
      hypothesis: "The jug is below the pen",
    }) + "\n",
  },
  {
    dataset: "spare",
    path: "a.json",
    text: JSON.stringify([{
      question: "Where is the pen?",
      answer: "To the left of the jug.",
      description: "The jug is to the right of the pen.",
    }]),
  },
  {
    dataset: "spartqa",
    path: "a.json",
    text: JSON.stringify({
      data: [{
        story: ["There is a block called A. In A, there is a red circle above a blue square."],
        questions: [{
          q_id: 1,
          q_type: "YN",
          question: "Is the blue square above the red circle?",
          answer: ["No"],
          candidate_answers: "",
        }],
      }],
    }),
  },
  {
    dataset: "tiger",
    path: "a.csv",
    text: "query,truth\nIs Zipcode 1 west of Zipcode 2?,yes\n",
    verdict: "undetermined",
  },
  {
    dataset: "vsr",
    path: "a.jsonl",
    text: JSON.stringify({
      image: "1.jpg",
      caption: "The goat is under the pig.",
      label: 1,
      relation: "under",
      reference_frame: null,
    }) + "\n",
    verdict: "undetermined",
  },
  {
    dataset: "whatsup",
    path: "a.json",
    text: JSON.stringify([{
      image_path: "data/pen_left_of_jug.jpeg",
      caption_options: ["A pen to the left of a jug", "A pen under a jug", "A pen on a jug"],
    }]),
  },
  {
    dataset: "sprite",
    path: "metainfo/0.json",
    text: JSON.stringify([{
      id: "Bed",
      category: "Bed",
      obb: { center: [0, 1, 0], sizes: [2, 1, 2], volume: 4, rotation: [0, 0, 0] },
    }]),
  },
  {
    dataset: "robospatial",
    path: "a.json",
    text: JSON.stringify({
      image_size: [100, 100],
      visible_instance_ids: [0],
      camera_annotations: {
        extrinsic: [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]],
        intrinsic: [[50, 0, 50], [0, 50, 50], [0, 0, 1]],
      },
      objects: [{ Name: "cup", bbox_3d: [[0, 0, 5, 1, 1, 1, 0, 0, 0]] }],
    }),
  },
  {
    dataset: "spatialreasoner",
    path: "a.json",
    text: JSON.stringify([{
      name: "a",
      calls: [{
        reference: { id: "o", position: [0, 0, 0], width: 1, height: 1, depth: 1, angle: 0 },
        target: { id: "s", position: [3, 0, 0], width: 1, height: 1, depth: 1, angle: 0 },
      }],
      must_hold: ["left"],
      must_not_hold: [],
    }]),
  },
  {
    dataset: "clevr",
    path: "scenes.jsonl",
    text: JSON.stringify({
      image_filename: "a.png",
      objects: [
        { size: "large", color: "red", material: "metal", shape: "cube", "3d_coords": [0, 0, 0.7] },
        {
          size: "small",
          color: "red",
          material: "metal",
          shape: "cube",
          "3d_coords": [1, 0, 0.35],
        },
      ],
      directions: { right: [1, 0, 0] },
      relationships: { right: [[1], []] },
    }) + "\n",
  },
  {
    dataset: "mp3d",
    path: "paths.jsonl",
    text: JSON.stringify({ scan: "s", path: ["p", "q"], distance: 3, path_id: 1 }) + "\n",
    others: {
      "s_connectivity.json": JSON.stringify(["p", "q"].map((image_id, i) => ({
        ...{ image_id, included: true, height: 1.5, visible: [true, true] },
        pose: [1, 0, 0, 3 * i, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
        unobstructed: [i === 1, i === 0],
      }))),
    },
  },
  {
    dataset: "nlvr",
    path: "dev.json",
    text: JSON.stringify({
      sentence: "There is a box with a yellow square.",
      label: "true",
      identifier: "1-0",
      structured_rep: [
        [{ y_loc: 20, type: "square", color: "Yellow", x_loc: 20, size: 20 }],
        [{ y_loc: 20, type: "circle", color: "Black", x_loc: 20, size: 20 }],
        [{ y_loc: 20, type: "circle", color: "Black", x_loc: 20, size: 20 }],
      ],
    }) + "\n",
  },
  {
    dataset: "nsr1k",
    path: "a.json",
    text: JSON.stringify([{
      id: 1,
      obj1: ["cup", [0.6, 0.1, 0.2, 0.2]],
      obj2: ["bowl", [0.1, 0.1, 0.2, 0.2]],
      prompt: "a cup to the right of a bowl",
      relation: "right",
      type: "template",
    }]),
  },
  {
    dataset: "sqa3d",
    path: "a.jsonl",
    text: JSON.stringify({
      id: 1,
      scene: "den",
      situation: "I am standing by the bed and facing the window.",
      question: "Where is the lamp?",
      answer: "left",
      position: [0, 0, 0],
      quaternion_xyzw: [0, 0, 0, 1],
    }) + "\n",
    others: {
      "meta.json": JSON.stringify({
        den: {
          object_counts: { lamp: 1 },
          object_bbox: {
            lamp: [{
              centroid: [0, -3, 0],
              axesLengths: [1, 1, 1],
              normalizedAxes: [1, 0, 0, 0, 1, 0, 0, 0, 1],
            }],
          },
        },
      }),
    },
    companions: { meta: "meta.json" },
  },
];
