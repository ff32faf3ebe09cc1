/** People as a request names them, and those whom Keycloak does not know yet. */
package org.mentoringcommons.provisioning.person;
