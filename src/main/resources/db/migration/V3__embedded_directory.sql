-- The embedded directory: the target that needs no server. Tops have parent 0, so that
-- the names of siblings are unique there, too.
CREATE TABLE directory_department (
	id BIGINT NOT NULL PRIMARY KEY,
	parent_id BIGINT NOT NULL,
	name VARCHAR(64) NOT NULL,
	name_en VARCHAR(64),
	department_id VARCHAR(64),
	CONSTRAINT directory_sibling_names UNIQUE (parent_id, name),
	CONSTRAINT directory_department_ids UNIQUE (department_id)
);

-- The id that the next department gets. Ids are never used again.
CREATE TABLE directory_next_id (
	department_id BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO directory_next_id (department_id) VALUES (1);

-- userid_key is the userid in lower case: two that differ in case only are the same.
CREATE TABLE directory_member (
	userid_key VARCHAR(64) NOT NULL PRIMARY KEY,
	userid VARCHAR(64) NOT NULL,
	name VARCHAR(64) NOT NULL,
	alias VARCHAR(64),
	position VARCHAR(128),
	gender VARCHAR(10),
	mobile VARCHAR(32),
	telephone VARCHAR(32),
	email VARCHAR(64),
	biz_mail VARCHAR(64),
	address VARCHAR(128),
	external_corp_name VARCHAR(64),
	channels VARCHAR(64),
	status VARCHAR(20),
	enabled VARCHAR(10),
	wechat_plugin VARCHAR(20),
	main_department BIGINT
);

CREATE TABLE directory_membership (
	userid_key VARCHAR(64) NOT NULL,
	department_id BIGINT NOT NULL,
	sort_order BIGINT DEFAULT 0 NOT NULL,
	leader BOOLEAN DEFAULT FALSE NOT NULL,
	PRIMARY KEY (userid_key, department_id)
);

-- Fields that have no column of their own.
CREATE TABLE directory_custom_field (
	name VARCHAR(200) NOT NULL PRIMARY KEY
);

CREATE TABLE directory_member_field (
	userid_key VARCHAR(64) NOT NULL,
	name VARCHAR(200) NOT NULL,
	content VARCHAR(32767) NOT NULL,
	PRIMARY KEY (userid_key, name)
);
