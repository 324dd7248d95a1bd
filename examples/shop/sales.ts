export const sales = [
  { id: "1040", customer: "Grace", items: ["Dark, 70 %", "Milk, hazelnut"] },
  { id: "1041", customer: "Edsger", items: ["White, strawberry"] },
  { id: "1042", customer: "Barbara", items: ["Dark, 85 %", "Dark, 85 %", "Nougat"] },
];
