/** What goes on at the institutions of a hub, in numbers only. */
package org.mentoringcommons.provisioning.overview;
