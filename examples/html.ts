import st from "rivulet";

st.title("HTML");
st.html(`
  <style>
    .keys { display: flex; gap: 0.5rem; align-items: center; }
    .keys kbd { padding: 0.125rem 0.5rem; border: 1px solid currentColor; border-radius: 4px; }
  </style>
  <p class="keys">Press <kbd>Ctrl</kbd> + <kbd>K</kbd> to search.</p>
`);
st.html('<p>Links open <a href="https://example.com">in a new tab</a>, and scripts are taken out.</p>', { width: "content" });

st.html(
  `<p>This page has been open for <b id="open-for">0</b> seconds.</p>
  <script>
    const began = Date.now();
    const shown = document.getElementById("open-for");
    const timer = setInterval(() => (shown.isConnected ? (shown.textContent = Math.round((Date.now() - began) / 1000)) : clearInterval(timer)), 1000);
  </script>`,
  { unsafeAllowJavascript: true },
);
