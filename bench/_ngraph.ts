export { default as createGraph, type Graph as Ngraph } from "npm:ngraph.graph@20.1.2";
export { default as ngraphPath } from "npm:ngraph.path@1.6.1";
