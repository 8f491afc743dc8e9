-- Who applies for an account without having been meant to have one, and what became of that. Of a token only its SHA-256
-- is kept. open_subject: a digest of whom it is for, while nothing is decided, so that only one can be open.
CREATE TABLE application (
	id BIGINT NOT NULL PRIMARY KEY,
	target VARCHAR(2000) NOT NULL,
	job VARCHAR(100) NOT NULL,
	userid VARCHAR(200) NOT NULL,
	userid_key VARCHAR(200) NOT NULL,
	state VARCHAR(20) NOT NULL,
	token_hash VARCHAR(64) NOT NULL,
	open_subject VARCHAR(64),
	made_by VARCHAR(200) NOT NULL,
	made_at TIMESTAMP NOT NULL,
	expires_at TIMESTAMP NOT NULL,
	granted VARCHAR(4000) DEFAULT '' NOT NULL,
	decided_by VARCHAR(200),
	decided_at TIMESTAMP,
	decided_why VARCHAR(2000),
	ended_by VARCHAR(200),
	ended_at TIMESTAMP,
	ended_why VARCHAR(2000),
	imported_at TIMESTAMP,
	CONSTRAINT application_tokens UNIQUE (token_hash),
	CONSTRAINT application_subjects UNIQUE (open_subject)
);

CREATE INDEX application_by_member ON application (userid_key);
