-- What it takes to carry out what is open of a plan; no calls where that is no matter.
ALTER TABLE plan ADD COLUMN effort_calls BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE plan ADD COLUMN effort_millis BIGINT DEFAULT 0 NOT NULL;

-- What using the directories of a run has come to, for each time that it was carried on.
CREATE TABLE run_traffic (
	run_id BIGINT NOT NULL,
	execution INTEGER NOT NULL,
	side VARCHAR(10) NOT NULL,
	seq INTEGER NOT NULL,
	content VARCHAR(4000) NOT NULL,
	PRIMARY KEY (run_id, execution, side, seq)
);

-- Pairs of members that a key weaker than the userid has found: they stay together whatever becomes of that key.
CREATE TABLE member_link (
	source VARCHAR(2000) NOT NULL,
	target VARCHAR(2000) NOT NULL,
	userid VARCHAR(200) NOT NULL,
	member_ref VARCHAR(200) NOT NULL,
	found_by VARCHAR(20) NOT NULL,
	run_id BIGINT NOT NULL,
	PRIMARY KEY (source, target, userid)
);

CREATE INDEX member_link_by_ref ON member_link (target, member_ref);

-- What a run does to the links when it ends. OPEN: a change of the member is not carried out yet; MADE; GONE.
CREATE TABLE plan_link (
	run_id BIGINT NOT NULL,
	member_ref VARCHAR(200) NOT NULL,
	userid VARCHAR(200) NOT NULL,
	found_by VARCHAR(20) NOT NULL,
	state VARCHAR(10) NOT NULL,
	PRIMARY KEY (run_id, member_ref)
);

-- One row for each member; V7 moves what stands in the former rows.
ALTER TABLE ledger RENAME TO ledger_field;

CREATE TABLE ledger (
	target VARCHAR(2000) NOT NULL,
	member_ref VARCHAR(200) NOT NULL,
	fields VARBINARY(1000000) NOT NULL,
	run_id BIGINT NOT NULL,
	PRIMARY KEY (target, member_ref)
);
