create table if not exists document (
	id bigint generated always as identity primary key,
	path varchar(1000) not null unique,
	title varchar(1000) not null,
	content varchar not null,
	modified timestamp(9) with time zone not null
);

create table if not exists term (
	word varchar(64) not null,
	document_id bigint not null references document (id) on delete cascade,
	weight int not null,
	primary key (word, document_id)
);
