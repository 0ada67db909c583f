import { COST_TABLE, costTable, type Rates } from "../../scale/costs.ts";
import { assertEquals, assertGreater } from "../_assert.ts";

const read = (name: string) =>
  Deno.readTextFileSync(new URL(`../../scale/${name}`, import.meta.url));

Deno.test("scale: the table of costs is what the measured rates come to", () => {
  const rates: Rates = JSON.parse(read("rates.json"));
  assertGreater(rates.rates.length, 0);
  const plain = (table: string) => table.replace(/ +/g, " ").replace(/-+/g, "-");
  assertEquals(plain(COST_TABLE.exec(read("README.md"))![0]), plain(costTable(rates)));
});

Deno.test("scale: a rate is multiplied out by hand", () => {
  const rate = { run: "x", items: 2_000_000, seconds: 7.2, bytes: 4_000_000_000 };
  const [, , row] = costTable({ on: "", dollarsPerCoreHour: 0.5, rates: [rate] }).split("\n");
  // 3.6 s for 10^6 are 3,600 s for 10^9: an hour of a core; 10^6 take a thousandth of its price.
  assertEquals(row, "| x | 3.6 | 2,000 | 1.0 | 2.0 TB | $0.00050 |");
});
