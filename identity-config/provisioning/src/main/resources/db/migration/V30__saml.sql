-- A campus login by SAML instead of OpenID Connect: what its metadata say, and no secret.
alter table sign_in
    alter column authorization_endpoint drop not null,
    alter column token_endpoint drop not null,
    alter column jwks_uri drop not null,
    alter column client_id drop not null,
    add column single_sign_on  text,
    add column posts           boolean,
    add column certificates    text[], -- DER in base64
    add column email_attribute text,
    add constraint sign_in_of_one_protocol check (
        (single_sign_on is null and posts is null and certificates is null and email_attribute is null
            and authorization_endpoint is not null and token_endpoint is not null and jwks_uri is not null
            and client_id is not null)
        or (single_sign_on is not null and posts is not null and cardinality(certificates) > 0
            and authorization_endpoint is null and token_endpoint is null and jwks_uri is null
            and client_id is null and sealed_secret is null));
