/** The whole exchange on one machine: PostgreSQL, Kafka, Keycloak and the four services, started, watched and stopped. */
package org.mentoringcommons.deploy.local;
