-- Each decision about a failed attempt is a record of its own: a person may decide again.
create table decision (
  search varchar(100) not null,
  structure varchar(210) not null,
  purpose varchar(16) not null,
  attempt integer not null,
  number integer not null,
  action varchar(40) not null,
  next_calculator varchar(100),
  primary key (search, structure, purpose, attempt, number),
  foreign key (search, structure, purpose, attempt) references attempt
);

insert into decision (search, structure, purpose, attempt, number, action, next_calculator)
  select search, structure, purpose, attempt, 1, action, next_calculator from attempt
  where action is not null;

alter table attempt drop column action;
alter table attempt drop column next_calculator;

-- Links that were made before this form of the contents, which no release had, begin anew.
delete from audit_link;
update audit_head set number = 0,
  sha256 = '0000000000000000000000000000000000000000000000000000000000000000';
