-- Each record of a search is a link of a chain: its SHA-256 covers the content and the link before.
create table audit_head (
  search varchar(100) primary key references search,
  number integer not null,
  sha256 char(64) not null
);

-- Searches that are older than the chain begin theirs with their next record.
insert into audit_head (search, number, sha256)
  select name, 0, '0000000000000000000000000000000000000000000000000000000000000000' from search;

create table audit_link (
  search varchar(100) not null references search,
  number integer not null,
  kind varchar(16) not null,
  record varchar(300) not null,
  content_sha256 char(64) not null,
  sha256 char(64) not null,
  primary key (search, number),
  unique (search, kind, record)
);

-- The settings of a search as it was started (number 0) and after each amendment.
create table settings_version (
  search varchar(100) not null references search,
  number integer not null,
  since timestamp with time zone not null,
  settings text not null,
  source text not null,
  changes text not null,
  primary key (search, number)
);

-- Where the engine's own history has the task that made an attempt.
alter table relaxation add column activity varchar(200) default '' not null;
alter table attempt add column activity varchar(200) default '' not null;
