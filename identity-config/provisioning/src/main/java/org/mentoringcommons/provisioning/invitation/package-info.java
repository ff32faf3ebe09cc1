/** Somebody is asked by mail to join an institution, and joins when they have said yes. */
package org.mentoringcommons.provisioning.invitation;
