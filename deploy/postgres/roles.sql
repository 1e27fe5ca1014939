-- Databases and roles of the services that keep their data in PostgreSQL.
--
-- Each service has a database of its own and three roles in it:
--   <service>_migrator  owns the database and runs the migrations (DDL)
--   <service>_app       serves requests; the migrations grant it what it may do, table by table,
--                       and never UPDATE or DELETE on the ledger and the outbox; the rows that an
--                       instance had locked when its machine died are free again after a minute
--   <service>_relay     reads the outbox through a logical replication slot
--
-- Run by the local stack at every start, by the container set-up once, and anywhere else with
--   psql -f roles.sql -v job_app_password=... (one variable per role)
-- Repeating it sets the passwords again and leaves everything else as it is; what exists already
-- is reported by psql as an error and skipped. A statement ends with a line's last semicolon.

-- job
CREATE ROLE job_migrator LOGIN;
ALTER ROLE job_migrator PASSWORD :'job_migrator_password';
CREATE ROLE job_app LOGIN;
ALTER ROLE job_app PASSWORD :'job_app_password';
ALTER ROLE job_app SET idle_in_transaction_session_timeout = '1min';
CREATE ROLE job_relay LOGIN REPLICATION;
ALTER ROLE job_relay PASSWORD :'job_relay_password';
CREATE DATABASE job OWNER job_migrator;
REVOKE ALL ON DATABASE job FROM PUBLIC;
GRANT CONNECT ON DATABASE job TO job_app, job_relay;
\connect job
ALTER SCHEMA public OWNER TO job_migrator;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO job_app, job_relay;
\connect postgres

-- contract
CREATE ROLE contract_migrator LOGIN;
ALTER ROLE contract_migrator PASSWORD :'contract_migrator_password';
CREATE ROLE contract_app LOGIN;
ALTER ROLE contract_app PASSWORD :'contract_app_password';
ALTER ROLE contract_app SET idle_in_transaction_session_timeout = '1min';
CREATE ROLE contract_relay LOGIN REPLICATION;
ALTER ROLE contract_relay PASSWORD :'contract_relay_password';
CREATE DATABASE contract OWNER contract_migrator;
REVOKE ALL ON DATABASE contract FROM PUBLIC;
GRANT CONNECT ON DATABASE contract TO contract_app, contract_relay;
\connect contract
ALTER SCHEMA public OWNER TO contract_migrator;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO contract_app, contract_relay;
\connect postgres

-- payment
CREATE ROLE payment_migrator LOGIN;
ALTER ROLE payment_migrator PASSWORD :'payment_migrator_password';
CREATE ROLE payment_app LOGIN;
ALTER ROLE payment_app PASSWORD :'payment_app_password';
ALTER ROLE payment_app SET idle_in_transaction_session_timeout = '1min';
CREATE ROLE payment_relay LOGIN REPLICATION;
ALTER ROLE payment_relay PASSWORD :'payment_relay_password';
CREATE DATABASE payment OWNER payment_migrator;
REVOKE ALL ON DATABASE payment FROM PUBLIC;
GRANT CONNECT ON DATABASE payment TO payment_app, payment_relay;
\connect payment
ALTER SCHEMA public OWNER TO payment_migrator;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO payment_app, payment_relay;
\connect postgres

-- review
CREATE ROLE review_migrator LOGIN;
ALTER ROLE review_migrator PASSWORD :'review_migrator_password';
CREATE ROLE review_app LOGIN;
ALTER ROLE review_app PASSWORD :'review_app_password';
ALTER ROLE review_app SET idle_in_transaction_session_timeout = '1min';
CREATE ROLE review_relay LOGIN REPLICATION;
ALTER ROLE review_relay PASSWORD :'review_relay_password';
CREATE DATABASE review OWNER review_migrator;
REVOKE ALL ON DATABASE review FROM PUBLIC;
GRANT CONNECT ON DATABASE review TO review_app, review_relay;
\connect review
ALTER SCHEMA public OWNER TO review_migrator;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO review_app, review_relay;
\connect postgres
