/** Hubs, which provision institutions, and their administrators. */
package org.mentoringcommons.provisioning.hub;
