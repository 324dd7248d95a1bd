import streamlit as st

level = st.slider("Level", 0, 1000, 0)
st.text(f"The level is {level}")
rows = range(10_000)
st.dataframe({"id": list(rows), "name": [f"row {row}" for row in rows], "half": [row / 2 for row in rows]})
