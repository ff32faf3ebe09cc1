/** How far a caller of this service can reach: everything, a hub, or one institution. */
package org.mentoringcommons.provisioning.reach;
