/** Portals: machine clients that act for one institution. */
package org.mentoringcommons.provisioning.portal;
