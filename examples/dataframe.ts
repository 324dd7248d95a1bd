import st from "rivulet";

st.title("Dataframe");
st.text("Click a title to sort, drag its edge to resize, press Ctrl+F to search.");

interface Product {
  name: string;
  price: number;
  sold: number;
  target: number;
  inStock: boolean;
  since: string;
  page: string;
  week: number[];
}

const NAMES = ["Kettle", "Toaster", "Blender", "Grinder", "Scale", "Pan", "Knife", "Whisk", "Bowl", "Tray", "Mug", "Jar"];
const wave = (n: number, i: number) => Math.round(50 + 40 * Math.sin(n * 1.7 + i * 0.8));

const products: Product[] = NAMES.map((name, n) => ({
  name,
  price: 9.95 + n * 7.5,
  sold: wave(n, 3) * 12,
  target: ((n * 37) % 100) / 100,
  inStock: n % 3 !== 0,
  since: `202${n % 5}-0${(n % 9) + 1}-15`,
  page: `https://example.com/shop/${name.toLowerCase()}`,
  week: Array.from({ length: 7 }, (_, i) => wave(n, i)),
}));

st.dataframe(products, {
  hideIndex: true,
  columnConfig: {
    name: st.columnConfig.TextColumn("Product", { pinned: true }),
    price: st.columnConfig.NumberColumn("Price", { format: "$%.2f" }),
    sold: st.columnConfig.NumberColumn("Sold", { format: "localized" }),
    target: st.columnConfig.ProgressColumn("Of target"),
    inStock: "In stock",
    since: st.columnConfig.DateColumn("Since", { format: "D MMM YYYY" }),
    page: st.columnConfig.LinkColumn("Page", { displayText: "shop/(.*)$" }),
    week: st.columnConfig.LineChartColumn("This week", { yMin: 0, yMax: 100, width: "medium" }),
  },
});

st.text("A million rows scroll as smoothly.");
const n = 1_000_000;
st.dataframe({
  i: Int32Array.from({ length: n }, (_, i) => i),
  square: Float64Array.from({ length: n }, (_, i) => i * i),
  root: Float64Array.from({ length: n }, (_, i) => Math.sqrt(i)),
});
