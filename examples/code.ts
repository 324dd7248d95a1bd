import st from "rivulet";

st.title("Code");
st.code('import st from "rivulet";\n\nst.write("Hello");');
st.code("SELECT city, count(*)\nFROM visits\nGROUP BY city\nORDER BY 2 DESC;", "sql", { lineNumbers: true });
st.code("- it was so\n+ it is so", "diff");
st.code(`A line that is ${"very ".repeat(30)}long wraps when it is asked to.`, null, { wrapLines: true });
