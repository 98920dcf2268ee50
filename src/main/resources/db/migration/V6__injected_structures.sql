-- Structures that people gave to a search, in the order in which they did; structure: what became of it.
create table injected_structure (
  search varchar(100) not null references search,
  number integer not null,
  since timestamp with time zone not null,
  file varchar(100) not null,
  content text not null,
  sha256 char(64) not null,
  person varchar(255) not null,
  start_structure text not null,
  structure varchar(20),
  primary key (search, number)
);
