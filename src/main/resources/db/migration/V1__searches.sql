-- Own tables beside those of the engine, in the same database; valid for H2 and PostgreSQL.
-- Lengths in Å, energies in eV, pressures in GPa, times in seconds. Structures and draws are JSON.

create table search (
  name varchar(100) primary key,
  seed bigint not null,
  settings text not null,
  source text not null,
  state varchar(16) not null,
  stop varchar(2000),
  created timestamp with time zone not null,
  wall_seconds double precision not null,
  process_cpu_seconds double precision not null,
  engine_cpu_seconds double precision not null
);

create table reference_phase (
  search varchar(100) not null references search,
  number integer not null,
  name varchar(200) not null,
  content text not null,
  primary key (search, number)
);

-- A candidate: a structure before its relaxation, with how it was made.
create table structure (
  search varchar(100) not null references search,
  id varchar(20) not null,
  generation integer not null,
  slot integer not null,
  batch integer,
  operator varchar(40) not null,
  parents text not null,
  draws text not null,
  start_structure text not null,
  primary key (search, id),
  unique (search, generation, slot)
);

-- One row for each relaxation, never a second one for its key.
create table relaxation (
  search varchar(100) not null references search,
  relaxation_key char(64) not null,
  structure varchar(20) not null,
  calculator varchar(100) not null,
  version varchar(200) not null,
  settings text not null,
  host varchar(255) not null,
  worker varchar(255) not null,
  attempt integer not null,
  started timestamp with time zone not null,
  ended timestamp with time zone not null,
  cpu_seconds double precision not null,
  outcome varchar(16) not null,
  reason varchar(2000),
  failure varchar(40),
  energy double precision,
  enthalpy double precision,
  max_force double precision,
  pressure double precision,
  stationary_point varchar(16),
  result_structure text,
  input_sha256 char(64) not null,
  output_sha256 char(64) not null,
  primary key (search, relaxation_key)
);

create index relaxation_of_structure on relaxation (search, structure);

create table ionic_step (
  search varchar(100) not null,
  relaxation_key char(64) not null,
  number integer not null,
  energy double precision not null,
  max_force double precision not null,
  volume double precision not null,
  primary key (search, relaxation_key, number),
  foreign key (search, relaxation_key) references relaxation
);

-- What ranking decided about a candidate; a rejected one has its reason.
create table individual (
  search varchar(100) not null,
  structure varchar(20) not null,
  verdict varchar(16) not null,
  duplicate_of varchar(20),
  duplicate_distance double precision,
  duplicate_energy_difference double precision,
  reason varchar(2000),
  energy_per_atom double precision,
  space_group_number integer,
  space_group_symbol varchar(20),
  relaxed_structure text,
  primary key (search, structure),
  foreign key (search, structure) references structure
);

create table selection (
  search varchar(100) not null references search,
  generation integer not null,
  content text not null,
  primary key (search, generation)
);

create table reference_distance (
  search varchar(100) not null,
  structure varchar(20) not null,
  reference varchar(200) not null,
  cosine_distance double precision not null,
  primary key (search, structure, reference),
  foreign key (search, structure) references structure
);

create table event (
  number bigint generated always as identity primary key,
  search varchar(100) not null references search,
  happened timestamp with time zone not null,
  message varchar(2000) not null
);

create index event_of_search on event (search, number);
