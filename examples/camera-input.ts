import st from "rivulet";

st.title("A photo");

const on = st.checkbox("Use the camera");
const photo = st.cameraInput("A picture of you", { disabled: !on, resolution: "480p" });
if (photo) {
  st.write(`${photo.name} has ${photo.size} bytes.`);
  st.downloadButton("Keep it", photo);
}
