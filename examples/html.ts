import st from "rivulet";

st.title("HTML");
st.html(`
  <style>
    .keys { display: flex; gap: 0.5rem; align-items: center; }
    .keys kbd { padding: 0.125rem 0.5rem; border: 1px solid currentColor; border-radius: 4px; }
  </style>
  <p class="keys">Press <kbd>Ctrl</kbd> + <kbd>K</kbd> to search.</p>
`);
st.html('<p onclick="alert(1)">A handler is taken out, and so is any script.</p>', { width: "content" });
