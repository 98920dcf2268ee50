-- The decision tables by which failed attempts of a search were decided, each when it was first used.
create table failure_policy (
  search varchar(100) not null references search,
  number integer not null,
  since timestamp with time zone not null,
  content text not null,
  primary key (search, number)
);
