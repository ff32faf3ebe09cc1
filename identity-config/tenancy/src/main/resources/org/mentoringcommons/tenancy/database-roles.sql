-- The database roles of one service, run once as the cluster's superuser inside the service's own database.
-- ${service} is the service's short name, ${password} the secret its three roles share on this machine; larger
-- deployments set one each afterwards. Whoever creates a database (launcher, tests, an operator) runs this file.
create role ${service}_owner login password '${password}'; -- Flyway only: owns the tables
create role ${service}_app login password '${password}';   -- the service: rows of the bound tenant, no DDL
create role ${service}_relay login password '${password}'; -- the outbox relay: outbox of all tenants, nothing else
alter database ${service} owner to ${service}_owner;
alter schema public owner to ${service}_owner;
revoke all on database ${service} from public;
revoke create on schema public from public;
grant connect on database ${service} to ${service}_owner, ${service}_app, ${service}_relay;
grant usage on schema public to ${service}_app, ${service}_relay;
