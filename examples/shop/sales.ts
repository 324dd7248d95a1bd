export const sales = [
  {
    id: "1040",
    customer: "Grace",
    items: [
      { item: "Dark, 70 %", price: 4.5 },
      { item: "Milk, hazelnut", price: 3.8 },
    ],
  },
  { id: "1041", customer: "Edsger", items: [{ item: "White, strawberry", price: 4.2 }] },
  {
    id: "1042",
    customer: "Barbara",
    items: [
      { item: "Dark, 85 %", price: 4.9 },
      { item: "Dark, 85 %", price: 4.9 },
      { item: "Nougat", price: 6.5 },
    ],
  },
];

export const euros = (items: readonly { price: number }[]) => `€${items.reduce((sum, { price }) => sum + price, 0).toFixed(2)}`;
