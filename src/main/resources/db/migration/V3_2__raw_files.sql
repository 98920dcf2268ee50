-- Files that outside programs read and wrote: part of the record, which is named as in audit_link.
create table raw_file (
  search varchar(100) not null references search,
  kind varchar(16) not null,
  record varchar(300) not null,
  name varchar(500) not null,
  sha256 char(64) not null,
  bytes bigint not null,
  kept boolean not null,
  primary key (search, kind, record, name)
);
