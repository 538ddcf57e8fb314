alter table exchange.destination drop constraint destination_kind_check;
alter table exchange.destination add constraint destination_kind_check check (kind in ('sftp', 'https'));
alter table exchange.destination add column url text check (length(url) between 1 and 500);
alter table exchange.destination add constraint destination_url check ((kind = 'https') = (url is not null));
comment on column exchange.destination.url is 'Below which files stand by name, for one that is reached over https; host, port and folder say the same to a reader';
