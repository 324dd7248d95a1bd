import st from "rivulet";

const songs = [
  { title: "Blue in Green", mood: "calm", genre: "jazz" },
  { title: "So What", mood: "calm", genre: "jazz" },
  { title: "Take the A Train", mood: "lively", genre: "swing" },
  { title: "Sing, Sing, Sing", mood: "lively", genre: "swing" },
];
const icons: Record<string, string> = { calm: ":material/bedtime:", lively: ":material/bolt:" };

st.title("What to play?");
const mood = st.pills("Mood", ["calm", "lively"], { formatFunc: (one) => `${icons[one]} ${one}`, help: "A second click takes the choice back." });
const genres = st.pills("Genres", ["jazz", "swing"], { selectionMode: "multi", default: ["jazz", "swing"] });

const found = songs.filter((song) => (mood === null || song.mood === mood) && genres.some((genre) => genre === song.genre));
st.table(found);
