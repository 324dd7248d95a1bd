import st from "rivulet";

st.title("Diagrams");

st.mermaidChart(`
  flowchart LR
    order[Order] --> check{In stock?}
    check -- yes --> send[Send]
    check -- no --> buy[Buy more] --> check
`);

const [talk, split] = st.columns(2);
talk.mermaidChart(`
  sequenceDiagram
    Page->>Script: moves a slider
    Script-->>Page: what changed
`);
split.mermaidChart(`
  pie title Where time goes
    "Writing" : 40
    "Reading" : 45
    "Waiting" : 15
`);
