-- What was known of each structure when its refinement was planned, JSON; and why a person left it out.
alter table refinement add column planned text;
alter table refinement add column declined varchar(2000);
