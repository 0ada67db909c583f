import { escapeXml } from "./_escape.ts";

/** One card of a report. */
export interface ReportItem {
  /** A short name, such as the item's id. */
  readonly title: string;
  /** Its pictures, in order. */
  readonly images: readonly ReportImage[];
  /** Named lines of text under the picture, such as question and answer. */
  readonly lines: Readonly<Record<string, string>>;
}

/** A picture of a card. */
export interface ReportImage {
  /** Its path or data URL. */
  readonly path: string;
  /** What it shows, in words. */
  readonly alt: string;
  /** What sets it apart from the others. */
  readonly caption?: string;
}

/** A page of cards. */
export interface Report {
  /** The page's title. */
  readonly title: string;
  /** A paragraph under it. */
  readonly summary: string;
  /** The cards. */
  readonly items: readonly ReportItem[];
}

/**
 * Writes a report as one HTML page without scripts; it works from a folder, without a server.
 *
 * @param report title, summary and cards
 * @returns an HTML document, with all words escaped
 *
 * Cost: linear in the text.
 *
 * @example
 * ```ts
 * import { reportToHtml } from "@alidade/core/render";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const item = { title: "1", images: [], lines: { Question: "Is a < b?" } };
 * const html = reportToHtml({ title: "Items", summary: "One item.", items: [item] });
 * assertStringIncludes(html, "Is a &lt; b?");
 * ```
 */
export function reportToHtml({ title, summary, items }: Report): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(summary)}</p>
<main>
${items.map(card).join("\n")}
</main>
</html>
`;
}

/** Pictures beside the page or within it, and nothing from elsewhere. */
const POLICY = "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'";

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 78rem; padding: 0 1rem;
  color: #222; background: #fafafa; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.25rem; }
article { background: #fff; border: 1px solid #ddd; border-radius: 8px; padding: 1rem; }
article h2 { font-size: 0.8rem; font-weight: 600; color: #666; margin: 0 0 0.5rem;
  overflow-wrap: anywhere; }
figure { margin: 0 0 0.5rem; }
figcaption { font-size: 0.8rem; color: #666; }
img { width: 100%; height: auto; border: 1px solid #eee; }
dl { margin: 0.5rem 0 0; font-size: 0.9rem; }
dt { font-weight: 600; margin-top: 0.5rem; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: 1em/1.2 ui-monospace, monospace; }
`;

function card({ title, images, lines }: ReportItem): string {
  const pictures = images.map(figure).join("");
  const rows = Object.entries(lines).map(([name, words]) =>
    `<dt>${escapeXml(name)}</dt><dd>${marked(words)}</dd>`
  );
  return `<article><h2>${escapeXml(title)}</h2>${pictures}<dl>${rows.join("")}</dl></article>`;
}

function figure({ path, alt, caption }: ReportImage): string {
  const picture = `<img src="${escapeXml(path)}" alt="${escapeXml(alt)}">`;
  if (caption === undefined) return picture;
  return `<figure>${picture}<figcaption>${escapeXml(caption)}</figcaption></figure>`;
}

/** Rows of a map stand in letters of one width, so that their columns do; a row has no spaces. */
function marked(words: string): string {
  const lines = words.split("\n");
  if (lines.length === 1) return escapeXml(words);
  return lines.map((line) => {
    const written = escapeXml(line);
    return /^[^\s]{2,}$/u.test(line) ? `<code>${written}</code>` : written;
  }).join("\n");
}
