import st from "rivulet";

const primes: number[] = [];
for (let number = 2; primes.length < 200; number += 1) if (primes.every((prime) => number % prime !== 0)) primes.push(number);
const perPage = 10;

st.title("Primes, page by page");
const list = st.empty();
const page = st.pagination(Math.ceil(primes.length / perPage), { key: "page", bind: "query-params" });
list.write(primes.slice((page - 1) * perPage, page * perPage).join(", "));
