-- Relaxations have a purpose: to screen, to refine, or to compute a final energy. References are
-- refined too and have longer ids than structures.
alter table relaxation add column purpose varchar(16) default 'SCREEN' not null;
alter table relaxation add column start_structure text;
alter table relaxation alter column structure set data type varchar(210);
alter table relaxation alter column reason set data type text;
drop index relaxation_of_structure;
alter table relaxation add constraint relaxation_once unique (search, structure, purpose);

-- A failed attempt at a relaxation and what the failure policy decided about it.
create table attempt (
  search varchar(100) not null references search,
  structure varchar(210) not null,
  purpose varchar(16) not null,
  attempt integer not null,
  start_structure text not null,
  calculator varchar(100) not null,
  version varchar(200) not null,
  settings text not null,
  host varchar(255) not null,
  worker varchar(255) not null,
  started timestamp with time zone not null,
  ended timestamp with time zone not null,
  cpu_seconds double precision not null,
  outcome varchar(16) not null,
  reason text,
  failure varchar(40),
  energy double precision,
  enthalpy double precision,
  max_force double precision,
  pressure double precision,
  stationary_point varchar(16),
  result_structure text,
  steps text not null,
  action varchar(40),
  next_calculator varchar(100),
  primary key (search, structure, purpose, attempt)
);

-- What is refined, in this order, and what that led to.
create table refinement (
  search varchar(100) not null references search,
  subject varchar(210) not null,
  number integer not null,
  result text,
  primary key (search, subject)
);

-- A list with its forecast is longer than a reason to stop.
alter table search alter column stop set data type text;
alter table event alter column message set data type text;
