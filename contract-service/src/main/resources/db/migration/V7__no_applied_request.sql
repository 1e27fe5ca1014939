-- The answer to a request is a part of its transaction now, so nothing else has to remember it.
drop table applied_request;
