import streamlit as st

st.title("A thousand texts")
if st.button("Count"):
    for index in range(1000):
        st.text(f"Line {index}")
