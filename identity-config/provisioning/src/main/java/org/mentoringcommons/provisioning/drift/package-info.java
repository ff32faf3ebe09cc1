/** Where Keycloak differs from the registry; told, and never touched. */
package org.mentoringcommons.provisioning.drift;
