-- The run whose changes this one takes back, and how often its failed changes were tried again.
ALTER TABLE run ADD COLUMN undoes BIGINT;
ALTER TABLE run ADD COLUMN retries INTEGER DEFAULT 0 NOT NULL;

-- When all but the figures of an old run was removed.
ALTER TABLE run ADD COLUMN pruned_at TIMESTAMP;

-- How many entries a directory says that it holds; null where it says nothing.
ALTER TABLE snapshot ADD COLUMN claimed_departments BIGINT;
ALTER TABLE snapshot ADD COLUMN claimed_members BIGINT;

ALTER TABLE plan ALTER COLUMN breach SET DATA TYPE VARCHAR(200000);

-- Between which keys the changes of a segment lie, so that one entry is found without reading all; and what is in it.
ALTER TABLE plan_segment ADD COLUMN first_key VARCHAR(300) DEFAULT '' NOT NULL;
ALTER TABLE plan_segment ADD COLUMN last_key VARCHAR(300) DEFAULT '' NOT NULL;
ALTER TABLE plan_segment ADD COLUMN digest VARCHAR(64) DEFAULT '' NOT NULL;

-- A person's word that one plan may pass the limits, or that a source which shrank is whole (which does not expire).
-- used_at: when an apply began to make use of it; the restarts of that run may go on with it.
CREATE TABLE approval (
	run_id BIGINT NOT NULL,
	digest VARCHAR(64) NOT NULL,
	kind VARCHAR(20) NOT NULL,
	person VARCHAR(200) NOT NULL,
	reason VARCHAR(2000) NOT NULL,
	approved_at TIMESTAMP NOT NULL,
	expires_at TIMESTAMP,
	used_at TIMESTAMP,
	PRIMARY KEY (run_id, kind)
);

-- Append-only: each entry's hash covers the one before it. Times as text, which no time zone changes.
CREATE TABLE audit_entry (
	seq BIGINT NOT NULL PRIMARY KEY,
	written_at VARCHAR(40) NOT NULL,
	person VARCHAR(200) NOT NULL,
	kind VARCHAR(30) NOT NULL,
	run_id BIGINT NOT NULL,
	content VARCHAR(200000) NOT NULL,
	previous_hash VARCHAR(64) NOT NULL,
	hash VARCHAR(64) NOT NULL
);

CREATE INDEX audit_entry_by_run ON audit_entry (run_id, seq);

-- One row: how the log ends. Whoever adds an entry changes it first, so that two wait for each other.
CREATE TABLE audit_head (
	seq BIGINT NOT NULL,
	hash VARCHAR(64) NOT NULL
);

INSERT INTO audit_head (seq, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Members whom a run has disabled because the source has them no more. With a due time they are deleted then.
CREATE TABLE leaver (
	target VARCHAR(2000) NOT NULL,
	member_ref VARCHAR(200) NOT NULL,
	userid VARCHAR(200) NOT NULL,
	name VARCHAR(400),
	job VARCHAR(100) NOT NULL,
	run_id BIGINT NOT NULL,
	disabled_at TIMESTAMP NOT NULL,
	due_at TIMESTAMP,
	PRIMARY KEY (target, member_ref)
);

-- Leavers whom the source of a run has again: they leave the queue when the run ends.
CREATE TABLE plan_returned (
	run_id BIGINT NOT NULL,
	member_ref VARCHAR(200) NOT NULL,
	PRIMARY KEY (run_id, member_ref)
);
