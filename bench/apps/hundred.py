import streamlit as st

st.title("One hundred elements")
level = st.slider("Level", 0, 1000, 0)
st.text(f"The level is {level}")
for index in range(40):
    st.markdown(f"Paragraph **{index}** of the page")
for index in range(29):
    st.caption(f"Caption {index}")
for index in range(10):
    st.button(f"Button {index}")
for index in range(6):
    st.checkbox(f"Check {index}")
for index in range(5):
    st.text_input(f"Text {index}", "hello")
for index in range(5):
    st.selectbox(f"Choice {index}", ["one", "two", "three"])
st.metric("Speed", 42)
st.divider()
