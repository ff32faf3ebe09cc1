/** The few things Keycloak is asked to do, each by finding or making, so that doing it twice is doing it once. */
package org.mentoringcommons.provisioning.keycloak;
