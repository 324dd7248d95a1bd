import streamlit as st

if "clicks" not in st.session_state:
    st.session_state.clicks = 0
st.title("Two hundred widgets")
if st.button("Count"):
    st.session_state.clicks += 1
st.text(f"Clicked {st.session_state.clicks}")
for index in range(70):
    st.checkbox(f"Check {index}", key=f"c{index}")
for index in range(65):
    st.slider(f"Slide {index}", 0, 100, 10)
for index in range(65):
    st.text_input(f"Text {index}", "hello")
