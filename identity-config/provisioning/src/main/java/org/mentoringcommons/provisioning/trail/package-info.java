/** Deeds at institutions, noted with the hub that is responsible for them. */
package org.mentoringcommons.provisioning.trail;
