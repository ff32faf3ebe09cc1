/** Which state of a thing a caller has seen, and whether a change is made to just that one. */
package org.mentoringcommons.provisioning.revision;
