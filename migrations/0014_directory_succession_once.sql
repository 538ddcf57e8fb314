create unique index succession_once on directory.succession (predecessor_id, successor_id) where withdrawn_at is null;
comment on index directory.succession_once is 'Of two who announce the same reform at once, one does it and the other is told';
