import { anyangle } from "./anyangle.ts";
import { babi } from "./babi.ts";
import { bbhNavigate } from "./bbh_navigate.ts";
import { bigbench } from "./bigbench.ts";
import { boxIou } from "./box_iou.ts";
import { cosit } from "./cosit.ts";
import { matres } from "./matres.ts";
import { qcn } from "./qcn.ts";
import { qsrlib } from "./qsrlib.ts";
import { decompsr } from "./decompsr.ts";
import { forest } from "./forest.ts";
import { clevr } from "./clevr.ts";
import type { Dataset } from "./dataset.ts";
import { geodesic } from "./geodesic.ts";
import { jts } from "./jts.ts";
import { kitti } from "./kitti.ts";
import { mesh } from "./mesh.ts";
import { mp3d } from "./mp3d.ts";
import { movingai } from "./movingai.ts";
import { nlgraph } from "./nlgraph.ts";
import { nuscenes } from "./nuscenes.ts";
import { nlvr } from "./nlvr.ts";
import { nsr1k } from "./nsr1k.ts";
import { orient } from "./orient.ts";
import { reasoningGym } from "./reasoning_gym.ts";
import { roads } from "./roads.ts";
import { robospatial } from "./robospatial.ts";
import { sparkle } from "./sparkle.ts";
import { spatialreasoner } from "./spatialreasoner.ts";
import { sprite } from "./sprite.ts";
import { sqa3d } from "./sqa3d.ts";
import { stepgame } from "./stepgame.ts";
import { tiger } from "./tiger.ts";
import { whatsup } from "./whatsup.ts";
import { vsr } from "./vsr.ts";
import { spacenli } from "./spacenli.ts";
import { spare } from "./spare.ts";
import { spartqa } from "./spartqa.ts";
import { hardtsplib, tsplib } from "./tsplib.ts";
import { vsi } from "./vsi.ts";

/** Every reader, in the order of the list on the command line. */
export const DATASETS: readonly Dataset[] = [
  stepgame,
  babi,
  bbhNavigate,
  bigbench,
  anyangle,
  mesh,
  orient,
  geodesic,
  sparkle,
  movingai,
  tsplib,
  hardtsplib,
  reasoningGym,
  roads,
  nlgraph,
  jts,
  vsi,
  boxIou,
  kitti,
  nuscenes,
  cosit,
  decompsr,
  forest,
  matres,
  qcn,
  qsrlib,
  spacenli,
  spare,
  spartqa,
  tiger,
  vsr,
  whatsup,
  sprite,
  robospatial,
  spatialreasoner,
  clevr,
  mp3d,
  nlvr,
  nsr1k,
  sqa3d,
];
