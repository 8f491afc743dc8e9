-- What was last written to fields of departments that a target accepts and need not show: their names above all.
CREATE TABLE department_ledger (
	target VARCHAR(2000) NOT NULL,
	department_ref VARCHAR(200) NOT NULL,
	fields VARBINARY(1000000) NOT NULL,
	run_id BIGINT NOT NULL,
	PRIMARY KEY (target, department_ref)
);
