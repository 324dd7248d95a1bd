/** Small enough to be read in the code of an example. */
export const boats = [
  { boat: "Dinghy", metres: 3.2, crew: 2, built: 2019 },
  { boat: "Kayak", metres: 4.1, crew: 1, built: 2023 },
  { boat: "Sloop", metres: 9.5, crew: 5, built: 2004 },
  { boat: "Ketch", metres: 14.2, crew: 8, built: 1987 },
];

export const months = [
  { month: "Jan", north: 12, south: 19 },
  { month: "Feb", north: 15, south: 21 },
  { month: "Mar", north: 21, south: 18 },
  { month: "Apr", north: 26, south: 14 },
  { month: "May", north: 24, south: 12 },
  { month: "Jun", north: 29, south: 9 },
];

export const weeks = [
  { week: 1, north: 12, south: 19 },
  { week: 2, north: 15, south: 21 },
  { week: 3, north: 21, south: 18 },
  { week: 4, north: 26, south: 14 },
  { week: 5, north: 24, south: 12 },
  { week: 6, north: 29, south: 9 },
];

export const cities = [
  { city: "Cairo", latitude: 30.04, longitude: 31.24, people: 10.1 },
  { city: "Lima", latitude: -12.05, longitude: -77.04, people: 10.0 },
  { city: "Nairobi", latitude: -1.29, longitude: 36.82, people: 4.4 },
  { city: "Oslo", latitude: 59.91, longitude: 10.75, people: 0.7 },
];
