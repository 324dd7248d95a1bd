import streamlit as st

if "clicks" not in st.session_state:
    st.session_state.clicks = 0
st.title("A first page")
st.markdown("Some **words** with `code`.")
if st.button("Count"):
    st.session_state.clicks += 1
st.text(f"Clicked {st.session_state.clicks}")
st.checkbox("Check")
st.slider("Slide", 0, 100, 10)
st.text_input("Name", "Ada")
st.selectbox("Choice", ["one", "two", "three"])
