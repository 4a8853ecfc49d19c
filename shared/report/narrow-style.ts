/**
 * The saved page on a telephone: one column, and what is wider than the screen, a table of many columns, is moved inside
 * its own place instead of the page. Nothing of it holds on paper.
 */
export const narrowSheet = `@media screen and (max-width:700px){
body{padding:24px 16px}
h1{font-size:22px}
.running{margin-bottom:12px}
.head{flex-wrap:wrap;gap:0 10px}
.more{white-space:normal}
.pair{display:block}
.pair>section+section,.page:has(>header) .pair>section+section{margin-top:20px}
.table{overflow-x:auto}
table.cases:not(.brief){min-width:560px}
.examples thead th:nth-child(1){width:26%}
.examples thead th:nth-child(n+2){width:17%}
.examples thead th:nth-child(4){width:40%}
.facts th,.facts.wide th{white-space:normal}
.facts.wide th,.facts.wide[aria-labelledby=method-claim] th{width:40%}
.names,.plain.many{columns:1}
}
`
